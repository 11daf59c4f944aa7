/** How members are admitted, and what organisations declare. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.membership.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
