/** Contracts, sheets and capacity: rules, storage and queries. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.time.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
