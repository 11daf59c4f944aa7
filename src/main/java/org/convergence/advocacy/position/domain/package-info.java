/** Positions, from the draft to the publication. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.advocacy.position.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
