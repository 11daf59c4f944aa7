/** Funds, their movements and what is left of them. */
@NullMarked
@NamedInterface("use-cases")
package org.convergence.resources.fund.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
