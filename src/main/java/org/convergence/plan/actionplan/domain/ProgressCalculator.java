package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.PlanProgress.StateCounts;
import org.convergence.plan.actionplan.domain.StatePolicy.ActionSituation;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;

/** Computes the progress of a plan: the rules applied to its lines and to the evidence. */
final class ProgressCalculator {

    private final PlanContents contents;
    private final Map<ActionId, ActionEvidence> evidence;
    private final LocalDate asOf;
    private final SignalPolicy signals;

    ProgressCalculator(PlanContents contents, Map<ActionId, ActionEvidence> evidence, OrganisationSettings settings) {
        this(
                contents,
                evidence,
                settings.today(),
                settings.dayOf(contents.header().enteredAt()));
    }

    ProgressCalculator(
            PlanContents contents, Map<ActionId, ActionEvidence> evidence, LocalDate today, LocalDate enteredOn) {
        PlanHeader plan = contents.header();
        LocalDate closed = plan.closedOn();
        this.contents = contents;
        this.evidence = evidence;
        this.asOf = closed == null ? today : closed;
        this.signals = new SignalPolicy(plan.facts().quietWeeks(), plan.facts().from(), enteredOn);
    }

    PlanProgress calculate() {
        List<ObjectiveProgress> objectives = new ArrayList<>();
        for (Objective each : contents.objectives()) {
            List<MeansProgress> means = contents.meansOf(each).stream()
                    .map(below -> means(below, each))
                    .filter(below -> below.counts().total() > 0 || each.droppedOn() == null)
                    .toList();
            objectives.add(new ObjectiveProgress(
                    new ObjectiveId(each.id()),
                    each.code(),
                    each.title(),
                    sum(means.stream().map(MeansProgress::counts).toList()),
                    means));
        }
        return new PlanProgress(contents.header().id(), asOf, objectives);
    }

    private MeansProgress means(Means means, Objective objective) {
        List<SignalPolicy.ActionWithState> judged = new ArrayList<>();
        List<ActionProgress> actions = new ArrayList<>();
        for (PlanContents.ActionEntry entry : contents.actionsOf(means)) {
            ActionState said = StatePolicy.manualStateOf(situation(entry, List.of()), asOf);
            List<ActionProgress> parts = contents.partsOf(entry).stream()
                    .map(part -> part(part, entry, said, means, objective))
                    .toList();
            ActionSituation situation =
                    situation(entry, parts.stream().map(ActionProgress::state).toList());
            ActionState state = stateOf(situation);
            judged.add(new SignalPolicy.ActionWithState(situation, state));
            actions.add(action(entry, situation, state, reason(entry, state), parts, means, objective));
        }
        MeansSignal signal = contents.header().isDraft() ? MeansSignal.NOT_BEGUN : signals.signalOf(judged, asOf);
        return new MeansProgress(
                new MeansId(means.id()),
                means.code(),
                means.title(),
                means.area(),
                count(actions),
                signal,
                SignalPolicy.lastDone(judged),
                signal == MeansSignal.QUIET ? signals.weeksWithout(judged, asOf) : 0,
                actions);
    }

    /** In a draft, a line is to come unless it was dropped or its state was set: nothing is due yet. */
    private ActionState stateOf(ActionSituation situation) {
        if (!contents.header().isDraft()) {
            return StatePolicy.stateOf(situation, asOf);
        }
        ActionState said = StatePolicy.manualStateOf(situation, asOf);
        return said == null ? ActionState.TO_COME : said;
    }

    private ActionProgress part(
            PlanContents.ActionEntry part,
            PlanContents.ActionEntry whole,
            @Nullable ActionState said,
            Means means,
            Objective objective) {
        ActionSituation situation = situation(part, List.of());
        ActionState own = stateOf(situation);
        ActionState state = StatePolicy.stateOfPart(own, said);
        String reason = state == own ? reason(part, state) : reason(whole, state);
        return action(part, situation, state, reason, List.of(), means, objective);
    }

    private ActionProgress action(
            PlanContents.ActionEntry entry,
            ActionSituation situation,
            ActionState state,
            @Nullable String reason,
            List<ActionProgress> parts,
            Means means,
            Objective objective) {
        boolean late = state == ActionState.LATE;
        boolean itself = late && StatePolicy.isLate(situation, asOf);
        return new ActionProgress(
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
    private @Nullable LocalDate since(ActionSituation situation, boolean itself, List<ActionProgress> parts) {
        return Stream.concat(
                        Stream.ofNullable(itself && situation.isOver(asOf) ? situation.to() : null),
                        parts.stream().map(ActionProgress::lateSince).flatMap(Stream::ofNullable))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    ActionSituation situation(PlanContents.ActionEntry entry, List<ActionState> parts) {
        ActionFollowUp follow = entry.followUp();
        var facts = contents.header().facts();
        return new ActionSituation(
                entry.action().commitment(),
                Action.targetOf(entry.action().target()),
                follow.windowFrom() != null ? follow.windowFrom() : facts.from(),
                follow.windowTo() != null ? follow.windowTo() : facts.to(),
                follow.rhythm(),
                follow.completedOn(),
                follow.statement(),
                entry.action().droppedOn() != null,
                evidence.getOrDefault(entry.id(), ActionEvidence.NONE),
                parts);
    }

    private static @Nullable String reason(PlanContents.ActionEntry entry, ActionState state) {
        return switch (state) {
            case DROPPED -> entry.action().droppedReason();
            case POSTPONED, NO_REQUEST -> entry.followUp().statedReason();
            case DONE -> entry.followUp().completedWords();
            default -> null;
        };
    }

    private static StateCounts count(List<ActionProgress> actions) {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        actions.forEach(action -> counts.merge(action.state(), 1, Integer::sum));
        return new StateCounts(counts);
    }

    private static StateCounts sum(List<StateCounts> parts) {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        parts.forEach(part -> part.byState().forEach((state, number) -> counts.merge(state, number, Integer::sum)));
        return new StateCounts(counts);
    }
}
