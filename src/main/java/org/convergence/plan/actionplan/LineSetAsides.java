package org.convergence.plan.actionplan;

import java.util.Collection;

/** Sets actions of a plan aside, several at once, for the modules above. */
public interface LineSetAsides {

    /**
     * Sets actions aside today, all or none. A postponed action and one without request are follow-up; dropping one
     * amends the plan.
     *
     * @throws org.convergence.platform.database.Refused if the plan is closed, or a draft in which an action is dropped
     */
    void setAside(PlanId plan, Collection<LineSetAside> actions);
}
