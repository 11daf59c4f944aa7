package org.convergence.plan.actionplan.domain;

import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans many lines on one page: each line is saved whole or not at all, independently of the others. */
@Service
@Transactional
@Requires(ActionPlanPermissions.FOLLOW_UP)
public class LinePlanningService {

    private final ActionFollowUpService followingUp;
    private final PlanDraftService drafting;
    private final PlanAmendmentService amending;

    LinePlanningService(ActionFollowUpService followingUp, PlanDraftService drafting, PlanAmendmentService amending) {
        this.followingUp = followingUp;
        this.drafting = drafting;
        this.amending = amending;
    }

    /**
     * A line as planned in the grid.
     *
     * @param version of the follow-up shown in the form
     * @param words with another target, {@code null} to keep the target
     * @param wordsVersion of the wording shown in the form
     * @param note the amendment note, needed for another target once the plan is adopted
     */
    public record PlannedLine(
            ActionId action,
            int version,
            ActionFollowUpFacts facts,
            LineWording.@Nullable ActionWording words,
            int wordsVersion,
            @Nullable AmendmentNote note) {}

    /** Saves a line; another target is an amendment once the plan is adopted. */
    public void save(PlanHeader plan, PlannedLine line) {
        followingUp.update(line.action(), line.version(), line.facts());
        LineWording.ActionWording words = line.words();
        AmendmentNote note = line.note();
        if (words == null) {
            return;
        }
        if (note == null) {
            drafting.reword(plan.id(), line.action().value(), line.wordsVersion(), words);
        } else {
            amending.reword(plan.id(), line.action().value(), line.wordsVersion(), words, note);
        }
    }
}
