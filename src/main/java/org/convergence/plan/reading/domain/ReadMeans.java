package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.actionplan.Area;

/**
 * A line between objective and action.
 *
 * @param wording its text; title and text are empty if it is implied
 * @param area the area that its text suggests
 * @param implied the plan has no such line; it was inserted so that actions are under a means
 * @param actions its actions
 */
public record ReadMeans(ReadWording wording, Area area, boolean implied, List<ReadAction> actions) {

    public ReadMeans {
        actions = List.copyOf(actions);
    }
}
