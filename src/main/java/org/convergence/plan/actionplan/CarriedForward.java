package org.convergence.plan.actionplan;

import java.util.Map;

/**
 * Something that hangs on a line of a plan and follows when the line continues in another plan: how it is done, what it
 * is linked to … Contributed by the module that keeps it: a bean of this type. What stays behind needs none.
 */
public interface CarriedForward {

    /**
     * Gives to the new lines what the earlier ones had, in the transaction of the caller; the earlier ones keep theirs.
     *
     * @param fromTo the new line of each that continues, both of them actions or sub-actions; all are written already
     */
    void carry(Map<ActionId, ActionId> fromTo);
}
