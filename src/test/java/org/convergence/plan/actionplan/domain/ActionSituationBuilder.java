package org.convergence.plan.actionplan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.ManualState;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.Rhythm;
import org.convergence.plan.actionplan.domain.StatePolicy.ActionSituation;
import org.jspecify.annotations.Nullable;

/** A builder of actions of a plan from 1 September 2024 to 31 August 2025. */
final class ActionSituationBuilder {

    static final LocalDate BEGINNING = LocalDate.of(2024, 9, 1);
    static final LocalDate END = LocalDate.of(2025, 8, 31);

    private Commitment commitment = Commitment.FIRM;
    private @Nullable ActionTarget target;
    private LocalDate from = BEGINNING;
    private LocalDate to = END;
    private @Nullable Rhythm rhythm;
    private @Nullable LocalDate completedOn;
    private @Nullable ManualState stated;
    private boolean dropped;
    private ActionEvidence evidence = ActionEvidence.NONE;
    private List<ActionState> parts = List.of();

    static ActionSituationBuilder aFirmAction() {
        return new ActionSituationBuilder();
    }

    static ActionSituationBuilder anAction(Commitment commitment) {
        var action = new ActionSituationBuilder();
        action.commitment = commitment;
        return action;
    }

    ActionSituationBuilder within(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    ActionSituationBuilder wanting(ActionTarget wanted) {
        target = wanted;
        return this;
    }

    ActionSituationBuilder times(int perYear) {
        return times(perYear, BEGINNING);
    }

    ActionSituationBuilder times(int perYear, LocalDate since) {
        rhythm = new Rhythm(perYear, since);
        return this;
    }

    ActionSituationBuilder completed(LocalDate day) {
        completedOn = day;
        return this;
    }

    ActionSituationBuilder said(ActionState state, LocalDate day) {
        stated = new ManualState(state, "une raison", day);
        return this;
    }

    ActionSituationBuilder dropped() {
        dropped = true;
        return this;
    }

    ActionSituationBuilder done(int times, LocalDate last) {
        evidence = evidence(times, last, evidence.nextPlanned(), Map.of());
        return this;
    }

    ActionSituationBuilder planned(LocalDate day) {
        evidence = evidence(evidence.done(), evidence.lastDone(), day, Map.of());
        return this;
    }

    ActionSituationBuilder with(ActionEvidence shown) {
        evidence = shown;
        return this;
    }

    ActionSituationBuilder parts(ActionState... states) {
        parts = List.of(states);
        return this;
    }

    ActionSituation told() {
        return new ActionSituation(commitment, target, from, to, rhythm, completedOn, stated, dropped, evidence, parts);
    }

    ActionState on(LocalDate day) {
        return StatePolicy.stateOf(told(), day);
    }

    SignalPolicy.ActionWithState judged(LocalDate day) {
        return new SignalPolicy.ActionWithState(told(), on(day));
    }

    static ActionEvidence evidence(
            int done, @Nullable LocalDate last, @Nullable LocalDate next, Map<String, Integer> byKind) {
        return new ActionEvidence(done, last, next, 0, 0, BigDecimal.ZERO, 0, byKind);
    }
}
