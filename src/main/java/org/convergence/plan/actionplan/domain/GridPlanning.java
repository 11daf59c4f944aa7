package org.convergence.plan.actionplan.domain;

import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Wording;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans many lines in one place: each is written whole or not at all, whatever becomes of the others. */
@Service
@Transactional
@Requires(ActionPlanPermissions.FOLLOW_UP)
public class GridPlanning {

    private final FollowingUp followingUp;
    private final PlanDrafting drafting;
    private final PlanAmending amending;

    GridPlanning(FollowingUp followingUp, PlanDrafting drafting, PlanAmending amending) {
        this.followingUp = followingUp;
        this.drafting = drafting;
        this.amending = amending;
    }

    /**
     * A line as somebody plans it.
     *
     * @param version that of the follow-up which she saw
     * @param words with another target, {@code null} where the target stays
     * @param wordsVersion that of the words which she saw
     * @param note what goes with another target once the plan is adopted
     */
    public record Planned(
            ActionId action,
            int version,
            FollowUpFacts facts,
            Wording.@Nullable OfAction words,
            int wordsVersion,
            @Nullable AmendmentNote note) {}

    /** Writes a line; another target is an amendment once the plan is adopted. */
    public void write(PlanHeader plan, Planned line) {
        followingUp.write(line.action(), line.version(), line.facts());
        Wording.OfAction words = line.words();
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
