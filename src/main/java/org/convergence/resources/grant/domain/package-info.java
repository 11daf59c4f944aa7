/** Calls, applications and agreements. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.grant.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
