package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.actionplan.Area;

/**
 * A line between objective and action.
 *
 * @param wording its words; title and text are empty if it is implied
 * @param area the area that its words propose
 * @param implied the plan has no such line here; it was put between so that actions stand under a means
 * @param actions what is under it
 */
public record ReadMeans(Wording wording, Area area, boolean implied, List<ReadAction> actions) {

    public ReadMeans {
        actions = List.copyOf(actions);
    }
}
