/** The risks and their reviews. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.safety.risk.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
