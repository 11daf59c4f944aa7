/** How coalitions are followed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.advocacy.coalition.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
