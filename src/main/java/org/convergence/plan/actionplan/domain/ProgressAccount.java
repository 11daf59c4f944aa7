package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.Counts;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.PlanProgress.OfObjective;
import org.convergence.plan.actionplan.Signal;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;

/** Computes the progress of a plan: the rules applied to its lines and to the evidence. */
final class ProgressAccount {

    private final PlanContents contents;
    private final Map<ActionId, Evidence> evidence;
    private final LocalDate asOf;
    private final SignalPolicy signals;

    ProgressAccount(PlanContents contents, Map<ActionId, Evidence> evidence, OrganisationSettings settings) {
        this(
                contents,
                evidence,
                settings.today(),
                settings.dayOf(contents.header().enteredAt()));
    }

    ProgressAccount(PlanContents contents, Map<ActionId, Evidence> evidence, LocalDate today, LocalDate enteredOn) {
        PlanHeader plan = contents.header();
        LocalDate closed = plan.closedOn();
        this.contents = contents;
        this.evidence = evidence;
        this.asOf = closed == null ? today : closed;
        this.signals = new SignalPolicy(plan.facts().quietWeeks(), plan.facts().from(), enteredOn);
    }

    PlanProgress whole() {
        List<OfObjective> objectives = new ArrayList<>();
        for (Objective each : contents.objectives()) {
            List<OfMeans> means = contents.meansOf(each).stream()
                    .map(below -> means(below, each))
                    .filter(below -> below.counts().total() > 0 || each.droppedOn() == null)
                    .toList();
            objectives.add(new OfObjective(
                    new ObjectiveId(each.id()),
                    each.code(),
                    each.title(),
                    sum(means.stream().map(OfMeans::counts).toList()),
                    means));
        }
        return new PlanProgress(contents.header().id(), asOf, objectives);
    }

    private OfMeans means(Means means, Objective objective) {
        List<SignalPolicy.Judged> judged = new ArrayList<>();
        List<OfAction> actions = new ArrayList<>();
        for (PlanContents.Entry entry : contents.actionsOf(means)) {
            ActionState said = StatePolicy.saidOf(situation(entry, List.of()), asOf);
            List<OfAction> parts = contents.partsOf(entry).stream()
                    .map(part -> part(part, entry, said, means, objective))
                    .toList();
            Situation situation =
                    situation(entry, parts.stream().map(OfAction::state).toList());
            ActionState state = stateOf(situation);
            judged.add(new SignalPolicy.Judged(situation, state));
            actions.add(action(entry, situation, state, reason(entry, state), parts, means, objective));
        }
        Signal signal = contents.header().isDraft() ? Signal.NOT_BEGUN : signals.of(judged, asOf);
        return new OfMeans(
                new MeansId(means.id()),
                means.code(),
                means.title(),
                means.area(),
                count(actions),
                signal,
                SignalPolicy.lastDone(judged),
                signal == Signal.QUIET ? signals.weeksWithout(judged, asOf) : 0,
                actions);
    }

    /** In a draft, a line is to come unless it was dropped or its state was set: nothing is due yet. */
    private ActionState stateOf(Situation situation) {
        if (!contents.header().isDraft()) {
            return StatePolicy.stateOf(situation, asOf);
        }
        ActionState said = StatePolicy.saidOf(situation, asOf);
        return said == null ? ActionState.TO_COME : said;
    }

    private OfAction part(
            PlanContents.Entry part,
            PlanContents.Entry whole,
            @Nullable ActionState said,
            Means means,
            Objective objective) {
        Situation situation = situation(part, List.of());
        ActionState own = stateOf(situation);
        ActionState state = StatePolicy.below(own, said);
        String reason = state == own ? reason(part, state) : reason(whole, state);
        return action(part, situation, state, reason, List.of(), means, objective);
    }

    private OfAction action(
            PlanContents.Entry entry,
            Situation situation,
            ActionState state,
            @Nullable String reason,
            List<OfAction> parts,
            Means means,
            Objective objective) {
        boolean late = state == ActionState.LATE;
        boolean itself = late && StatePolicy.isLate(situation, asOf);
        return new OfAction(
                PlanContents.line(entry.action(), means, objective),
                state,
                reason,
                late ? since(situation, itself, parts) : null,
                late && !itself,
                situation.evidence(),
                situation.target(),
                parts);
    }

    /** The earliest last day of it or of its sub-actions. */
    private @Nullable LocalDate since(Situation situation, boolean itself, List<OfAction> parts) {
        return Stream.concat(
                        Stream.ofNullable(itself && situation.isOver(asOf) ? situation.to() : null),
                        parts.stream().map(OfAction::lateSince).flatMap(Stream::ofNullable))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    Situation situation(PlanContents.Entry entry, List<ActionState> parts) {
        FollowUp follow = entry.followUp();
        var facts = contents.header().facts();
        return new Situation(
                entry.action().commitment(),
                Action.targetOf(entry.action().target()),
                follow.windowFrom() != null ? follow.windowFrom() : facts.from(),
                follow.windowTo() != null ? follow.windowTo() : facts.to(),
                follow.rhythm(),
                follow.completedOn(),
                follow.statement(),
                entry.action().droppedOn() != null,
                evidence.getOrDefault(entry.id(), Evidence.NONE),
                parts);
    }

    private static @Nullable String reason(PlanContents.Entry entry, ActionState state) {
        return switch (state) {
            case DROPPED -> entry.action().droppedReason();
            case POSTPONED, NO_REQUEST -> entry.followUp().statedReason();
            case DONE -> entry.followUp().completedWords();
            default -> null;
        };
    }

    private static Counts count(List<OfAction> actions) {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        actions.forEach(action -> counts.merge(action.state(), 1, Integer::sum));
        return new Counts(counts);
    }

    private static Counts sum(List<Counts> parts) {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        parts.forEach(part -> part.byState().forEach((state, number) -> counts.merge(state, number, Integer::sum)));
        return new Counts(counts);
    }
}
