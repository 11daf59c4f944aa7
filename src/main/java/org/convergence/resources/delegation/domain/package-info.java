/** Tables of the by-laws, suspensions, and the resulting delegations. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.delegation.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
