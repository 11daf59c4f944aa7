package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.LineWording;
import org.jspecify.annotations.Nullable;

/**
 * An action's wording and follow-up, each with its version.
 *
 * @param version of the wording
 * @param followVersion of the follow-up, 0 if there is none
 * @param responsible the responsible person's name
 * @param support names of the helpers
 * @param dueWords the due date, in the written plan's wording
 * @param rhythmSince the day from which the steps of its rhythm are counted
 * @param statedOn the day its state was set
 * @param completedWords the wording that said it was done
 * @param stateIsVoid whether something was done after its state was set
 */
public record FollowedAction(
        ActionId action,
        int version,
        LineWording.ActionWording words,
        int followVersion,
        ActionFollowUpFacts facts,
        @Nullable String responsible,
        List<String> support,
        @Nullable String dueWords,
        @Nullable LocalDate rhythmSince,
        @Nullable LocalDate statedOn,
        @Nullable String completedWords,
        boolean stateIsVoid) {

    static FollowedAction of(PlanContents.ActionEntry entry, boolean stateIsVoid) {
        ActionFollowUp follow = entry.followUp();
        List<UUID> helpers =
                entry.support().stream().map(PlanContents.SupportPerson::id).toList();
        var facts = new ActionFollowUpFacts(
                follow.responsible(),
                follow.responsibleWords(),
                helpers,
                follow.windowFrom(),
                follow.windowTo(),
                follow.timesPerYear(),
                follow.effort(),
                follow.completedOn(),
                follow.stated(),
                follow.statedReason());
        return new FollowedAction(
                entry.id(),
                entry.action().version(),
                entry.action().wording(),
                follow.version(),
                facts,
                entry.responsible(),
                entry.support().stream().map(PlanContents.SupportPerson::name).toList(),
                follow.dueWords(),
                follow.rhythmSince(),
                follow.statedOn(),
                follow.completedWords(),
                stateIsVoid);
    }
}
