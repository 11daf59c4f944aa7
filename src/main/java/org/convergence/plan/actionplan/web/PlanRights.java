package org.convergence.plan.actionplan.web;

import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.PermissionCheck;

/** The current user's rights on a plan, given its status. */
final class PlanRights {

    private PlanRights() {}

    /** Whether the text may be changed: directly in a draft, by amendments once it is adopted. */
    static boolean mayEdit(PlanHeader plan) {
        Actor actor = CurrentActor.get();
        return (plan.isDraft() && actor.may(ActionPlanPermissions.DRAFT))
                || (plan.isAdopted() && actor.may(ActionPlanPermissions.AMEND));
    }

    /**
     * Requires the permission to change its text; closed plans are refused by the use case itself. The routes require
     * the permission to draft: every role that may amend may draft.
     */
    static void requireEdit(PlanHeader plan) {
        PermissionCheck.require(plan.isDraft() ? ActionPlanPermissions.DRAFT : ActionPlanPermissions.AMEND);
    }

    /** Whether the follow-up may be edited. */
    static boolean mayFollowUp(PlanHeader plan) {
        return !plan.isClosed() && CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP);
    }
}
