/** Portraits of organisations, and their sum. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.portrait.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
