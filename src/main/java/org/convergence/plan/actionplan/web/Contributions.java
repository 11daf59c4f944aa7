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
import org.convergence.plan.actionplan.PlanProgress.Counts;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.domain.LineLinks;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What lines of other plans contribute to those of a plan, in words: « 3 actions y contribuent : 2 faites, 1 en cours
 * ».
 */
record Contributions(Map<ActionId, List<OfAction>> byLine) {

    static final Contributions NONE = new Contributions(Map.of());

    /** Nothing contributes to an annual plan, so no query is made. */
    static Contributions to(PlanHeader plan, LineLinks links) {
        return plan.facts().kind() == PlanKind.ANNUAL ? NONE : new Contributions(links.contributions(plan.id()));
    }

    @Nullable
    String to(OfAction action, Words t) {
        return say(of(action), t);
    }

    /** A line that contributes to several actions of the means counts once. */
    @Nullable
    String to(OfMeans means, Words t) {
        return say(means.actions().stream().flatMap(this::of), t);
    }

    private Stream<OfAction> of(OfAction action) {
        return Stream.concat(Stream.of(action), action.subActions().stream())
                .flatMap(line -> byLine.getOrDefault(line.line().id(), List.of()).stream());
    }

    static @Nullable String say(Stream<OfAction> lines, Words t) {
        Map<ActionId, OfAction> once = new LinkedHashMap<>();
        lines.forEach(line -> once.put(line.line().id(), line));
        return once.isEmpty()
                ? null
                : t.say("actionplan.contributed", once.size(), Saying.counts(count(once.values()), t));
    }

    private static Counts count(Collection<OfAction> lines) {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return new Counts(counts);
    }
}
