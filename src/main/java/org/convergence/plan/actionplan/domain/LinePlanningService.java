package org.convergence.plan.actionplan.domain;

import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans many lines on one page: each line is saved whole or not at all, independently of the others. */
@Service
@Transactional
@Requires(ActionPlanPermissions.FOLLOW_UP)
public class LinePlanningService {

    private final ActionFollowUpService followUpService;
    private final PlanDraftService planDraftService;
    private final PlanAmendmentService planAmendmentService;

    LinePlanningService(
            ActionFollowUpService followUpService,
            PlanDraftService planDraftService,
            PlanAmendmentService planAmendmentService) {
        this.followUpService = followUpService;
        this.planDraftService = planDraftService;
        this.planAmendmentService = planAmendmentService;
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
        followUpService.update(line.action(), line.version(), line.facts());
        LineWording.ActionWording words = line.words();
        AmendmentNote note = line.note();
        if (words == null) {
            return;
        }
        if (note == null) {
            planDraftService.reword(plan.id(), line.action().value(), line.wordsVersion(), words);
        } else {
            planAmendmentService.reword(plan.id(), line.action().value(), line.wordsVersion(), words, note);
        }
    }
}
