package org.convergence.plan.actionplan.web;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.StateCounts;
import org.convergence.plan.actionplan.domain.LineLinkQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The contributions of other plans' lines to the lines of a plan, in words: « 3 actions y contribuent : 2 faites, 1 en
 * cours ».
 */
record LineContributions(Map<ActionId, List<ActionProgress>> byLine) {

    static final LineContributions NONE = new LineContributions(Map.of());

    /** Nothing contributes to an annual plan, so no query is made. */
    static LineContributions describe(PlanHeader plan, LineLinkQueries links) {
        return plan.facts().kind() == PlanKind.ANNUAL ? NONE : new LineContributions(links.findContributors(plan.id()));
    }

    @Nullable
    String describe(ActionProgress action, Words t) {
        return format(contributorsOf(action), t);
    }

    /** A line that contributes to several actions of the means counts once. */
    @Nullable
    String describe(MeansProgress means, Words t) {
        return format(means.actions().stream().flatMap(this::contributorsOf), t);
    }

    private Stream<ActionProgress> contributorsOf(ActionProgress action) {
        return Stream.concat(Stream.of(action), action.subActions().stream())
                .flatMap(line -> byLine.getOrDefault(line.line().id(), List.of()).stream());
    }

    static @Nullable String format(Stream<ActionProgress> lines, Words t) {
        Map<ActionId, ActionProgress> once = new LinkedHashMap<>();
        lines.forEach(line -> once.put(line.line().id(), line));
        return once.isEmpty()
                ? null
                : t.say("actionplan.contributed", once.size(), PlanFormatter.counts(count(once.values()), t));
    }

    private static StateCounts count(Collection<ActionProgress> lines) {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return new StateCounts(counts);
    }
}
