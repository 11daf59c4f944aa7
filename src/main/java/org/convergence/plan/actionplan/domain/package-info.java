/** The stored lines of plans, the rules of their states, and the use cases on them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.actionplan.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
