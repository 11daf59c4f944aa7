/** How rounds are prepared and sent, and how organisations answer. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.declaration.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
