package org.convergence.plan.actionplan.web;

import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Access;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;

/** What this person may do with a plan as it stands. */
final class Rights {

    private Rights() {}

    /** Whether she may change its text: directly in a draft, by amendments once it is adopted. */
    static boolean writes(PlanHeader plan) {
        Actor actor = CurrentActor.get();
        return (plan.isDraft() && actor.may(ActionPlanPermissions.DRAFT))
                || (plan.isAdopted() && actor.may(ActionPlanPermissions.AMEND));
    }

    /**
     * Refuses who may not change its text as it stands; a closed plan is refused by the gesture itself. The routes ask
     * for the right to draft: whoever may amend an adopted plan may draft one too.
     */
    static void requireWriting(PlanHeader plan) {
        Access.require(plan.isDraft() ? ActionPlanPermissions.DRAFT : ActionPlanPermissions.AMEND);
    }

    /** Whether she may say who, when and how far. */
    static boolean follows(PlanHeader plan) {
        return !plan.isClosed() && CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP);
    }
}
