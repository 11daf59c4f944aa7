/** The tables of the by-laws, and what follows from them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.delegation.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
