/** How prospects are followed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.prospect.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
