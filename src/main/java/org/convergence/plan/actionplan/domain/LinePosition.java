package org.convergence.plan.actionplan.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The target position of a line.
 *
 * @param above the plan of a section or objective, the objective of a means, the means of an action
 * @param parent for a sub-action, its action
 * @param rank among its siblings, from 0; {@code null} for the end, or to keep its rank
 */
public record LinePosition(
        UUID above, @Nullable UUID parent, @Nullable Integer rank) {

    /** The end of the lines under another. */
    public static LinePosition under(UUID above) {
        return new LinePosition(above, null, null);
    }
}
