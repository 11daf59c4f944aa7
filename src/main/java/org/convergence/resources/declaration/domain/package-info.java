/** Rounds, their letters, and answers by link. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.declaration.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
