package org.convergence.plan.actionplan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.Target;
import org.jspecify.annotations.Nullable;

/** A builder of actions of a plan from 1 September 2024 to 31 August 2025. */
final class Situations {

    static final LocalDate BEGINNING = LocalDate.of(2024, 9, 1);
    static final LocalDate END = LocalDate.of(2025, 8, 31);

    private Commitment commitment = Commitment.FIRM;
    private @Nullable Target target;
    private LocalDate from = BEGINNING;
    private LocalDate to = END;
    private @Nullable Rhythm rhythm;
    private @Nullable LocalDate completedOn;
    private @Nullable Stated stated;
    private boolean dropped;
    private Evidence evidence = Evidence.NONE;
    private List<ActionState> parts = List.of();

    static Situations aFirmAction() {
        return new Situations();
    }

    static Situations anAction(Commitment commitment) {
        var action = new Situations();
        action.commitment = commitment;
        return action;
    }

    Situations within(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    Situations wanting(Target wanted) {
        target = wanted;
        return this;
    }

    Situations times(int perYear) {
        return times(perYear, BEGINNING);
    }

    Situations times(int perYear, LocalDate since) {
        rhythm = new Rhythm(perYear, since);
        return this;
    }

    Situations completed(LocalDate day) {
        completedOn = day;
        return this;
    }

    Situations said(ActionState state, LocalDate day) {
        stated = new Stated(state, "une raison", day);
        return this;
    }

    Situations dropped() {
        dropped = true;
        return this;
    }

    Situations done(int times, LocalDate last) {
        evidence = evidence(times, last, evidence.nextPlanned(), Map.of());
        return this;
    }

    Situations planned(LocalDate day) {
        evidence = evidence(evidence.done(), evidence.lastDone(), day, Map.of());
        return this;
    }

    Situations with(Evidence shown) {
        evidence = shown;
        return this;
    }

    Situations parts(ActionState... states) {
        parts = List.of(states);
        return this;
    }

    Situation told() {
        return new Situation(commitment, target, from, to, rhythm, completedOn, stated, dropped, evidence, parts);
    }

    ActionState on(LocalDate day) {
        return StatePolicy.stateOf(told(), day);
    }

    SignalPolicy.Judged judged(LocalDate day) {
        return new SignalPolicy.Judged(told(), on(day));
    }

    static Evidence evidence(
            int done, @Nullable LocalDate last, @Nullable LocalDate next, Map<String, Integer> byKind) {
        return new Evidence(done, last, next, 0, 0, BigDecimal.ZERO, 0, byKind);
    }
}
