package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is followed: its words with their version, and what is said beside them with theirs.
 *
 * @param version of the words
 * @param followVersion of the follow-up, 0 where nothing was said
 * @param responsible who it is, as shown
 * @param support names of who helps
 * @param dueWords when it is due, in the written plan's words
 * @param rhythmSince from when the steps of its rhythm are counted
 * @param statedOn when its state was said
 * @param completedWords the words by which it was said to be done
 * @param stateIsVoid whether something was done after its state was said
 */
public record Followed(
        ActionId action,
        int version,
        Wording.OfAction words,
        int followVersion,
        FollowUpFacts facts,
        @Nullable String responsible,
        List<String> support,
        @Nullable String dueWords,
        @Nullable LocalDate rhythmSince,
        @Nullable LocalDate statedOn,
        @Nullable String completedWords,
        boolean stateIsVoid) {

    static Followed of(PlanContents.Entry entry, boolean stateIsVoid) {
        FollowUp follow = entry.followUp();
        List<UUID> helpers =
                entry.support().stream().map(PlanContents.Helper::id).toList();
        var facts = new FollowUpFacts(
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
        return new Followed(
                entry.id(),
                entry.action().version(),
                entry.action().wording(),
                follow.version(),
                facts,
                entry.responsible(),
                entry.support().stream().map(PlanContents.Helper::name).toList(),
                follow.dueWords(),
                follow.rhythmSince(),
                follow.statedOn(),
                follow.completedWords(),
                stateIsVoid);
    }
}
