package org.convergence.plan.actionplan;

import java.util.Map;

/**
 * Data attached to a plan line that follows the line into the next plan: how-tos, links… The module that owns the data
 * contributes a bean of this type. Data that does not follow needs none.
 */
public interface LineCarryOver {

    /**
     * Copies the data of the earlier lines to the new lines, in the caller's transaction; the earlier lines keep
     * theirs.
     *
     * @param fromTo the new line of each action or sub-action that continues; all are inserted already
     */
    void carry(Map<ActionId, ActionId> fromTo);
}
