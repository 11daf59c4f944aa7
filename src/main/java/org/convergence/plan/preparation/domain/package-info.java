/** Contracts, sheets and capacity: the rules, what is kept, and what may be asked. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.preparation.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
