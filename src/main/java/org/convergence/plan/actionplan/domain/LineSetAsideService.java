package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineSetAside;
import org.convergence.plan.actionplan.LineSetAsides;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets several actions aside in one transaction: by their follow-up, or by an amendment for those that are dropped. */
@Service
@Transactional
@Requires(ActionPlanPermissions.FOLLOW_UP)
class LineSetAsideService implements LineSetAsides {

    private final ActionFollowUpService followUps;
    private final PlanAmendmentService amendments;
    private final LineMover lines;
    private final OrganisationSettings settings;

    LineSetAsideService(
            ActionFollowUpService followUps,
            PlanAmendmentService amendments,
            LineMover lines,
            OrganisationSettings settings) {
        this.followUps = followUps;
        this.amendments = amendments;
        this.lines = lines;
        this.settings = settings;
    }

    @Override
    public void setAside(PlanId plan, Collection<LineSetAside> actions) {
        for (LineSetAside each : actions) {
            if (each.state() == ActionState.DROPPED) {
                var note = new AmendmentNote(settings.today(), each.reason(), null);
                amendments.drop(plan, LineLevel.ACTION, each.action().value(), note);
            } else {
                lines.requireInPlan(plan, LineLevel.ACTION, each.action().value());
                followUps.setState(each.action(), each.state(), each.reason());
            }
        }
    }
}
