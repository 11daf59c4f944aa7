/** Clauses, sources and rules of matches. */
@NullMarked
@NamedInterface("use-cases")
package org.convergence.resources.match.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
