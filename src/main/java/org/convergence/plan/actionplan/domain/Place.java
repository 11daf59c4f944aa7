package org.convergence.plan.actionplan.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a line is to stand.
 *
 * @param above the plan of a section or objective, the objective of a means, the means of an action
 * @param parent for a sub-action, its action
 * @param rank among its siblings, from 0; {@code null} for the end, or for where it is
 */
public record Place(
        UUID above, @Nullable UUID parent, @Nullable Integer rank) {

    /** At the end of the lines under another. */
    public static Place under(UUID above) {
        return new Place(above, null, null);
    }
}
