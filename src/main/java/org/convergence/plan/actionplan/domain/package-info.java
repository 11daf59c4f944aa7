/** The plan's lines as they are kept, the rules of their states, and the gestures on them. */
@NullMarked
package org.convergence.plan.actionplan.domain;

import org.jspecify.annotations.NullMarked;
