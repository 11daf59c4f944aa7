/** The plan's lines as they are kept, the rules of their states, and the gestures on them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.actionplan.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
