package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.PlannedWork;
import org.convergence.plan.time.EnteredHours;
import org.convergence.platform.text.TrigramSimilarity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hours that the plans in force still require: last year's hours of a line if known, else its size. */
@Component
class DemandQueries {

    private static final double SAME_LINE = 0.6;

    private final ActionPlans plans;
    private final PlanContinuation continuation;
    private final EnteredHours enteredHours;

    DemandQueries(ActionPlans plans, PlanContinuation continuation, EnteredHours enteredHours) {
        this.plans = plans;
        this.continuation = continuation;
        this.enteredHours = enteredHours;
    }

    /**
     * The requirements.
     *
     * @param unsized number of actions without hours or a size
     */
    record PlanDemands(List<Demand> demands, int unsized) {}

    /** The demands of the work that matches a condition. */
    PlanDemands find(Predicate<PlannedWork> wanted) {
        List<PlanSummary> all = plans.findAll();
        List<PlanSummary> inForce = plans.findInForce();
        List<PlannedWork> work =
                plans.findPlannedWork(ids(inForce)).stream().filter(wanted).toList();
        if (work.isEmpty()) {
            return new PlanDemands(List.of(), 0);
        }
        List<PlanSummary> before = inForce.stream()
                .flatMap(each -> Stream.ofNullable(before(each, all)))
                .distinct()
                .toList();
        Map<ActionId, BigDecimal> spent = enteredHours.findByLine(
                Stream.concat(ids(inForce).stream(), ids(before).stream()).toList());
        Map<ActionId, ActionId> continued = before.isEmpty() ? Map.of() : continuation.findContinuedLines(ids(inForce));
        boolean allContinue =
                work.stream().allMatch(each -> continued.containsKey(each.line().id()));
        List<PlanLine> past = allContinue || spent.isEmpty() ? List.of() : plans.findLines(ids(before));
        Map<String, TrigramSimilarity> texts = new HashMap<>();
        List<Demand> demands = new ArrayList<>();
        int unsized = 0;
        for (PlannedWork each : work) {
            ActionId earlier = continued.get(each.line().id());
            BigDecimal lastYear = earlier == null ? lastYear(each.line(), past, spent, texts) : spent.get(earlier);
            if (each.effort() == null && lastYear == null) {
                unsized++;
            } else {
                demands.add(
                        demand(each, lastYear, spent.getOrDefault(each.line().id(), BigDecimal.ZERO)));
            }
        }
        return new PlanDemands(demands, unsized);
    }

    private static Demand demand(PlannedWork work, @Nullable BigDecimal lastYear, BigDecimal spent) {
        BigDecimal size = lastYear == null
                ? BigDecimal.valueOf(Objects.requireNonNull(work.effort()).hours())
                : lastYear;
        Integer times = work.timesPerYear();
        if (times != null) {
            // Each future occurrence requires its part; past ones require nothing.
            BigDecimal each = size.divide(BigDecimal.valueOf(times), MathContext.DECIMAL64);
            BigDecimal hours = work.steps().isEmpty() ? BigDecimal.ZERO : each;
            return new Demand(work.line(), hours, work.from(), work.to(), work.steps(), lastYear != null);
        }
        BigDecimal hours = size.subtract(spent).max(BigDecimal.ZERO);
        return new Demand(work.line(), hours, work.from(), work.to(), List.of(), lastYear != null);
    }

    /** The last plan of a year that ended before this one began. */
    private static @Nullable PlanSummary before(PlanSummary plan, Collection<PlanSummary> all) {
        LocalDate from = plan.from();
        return from == null || plan.kind() != PlanKind.ANNUAL
                ? null
                : all.stream()
                        .filter(each -> each.kind() == PlanKind.ANNUAL
                                && each.to() != null
                                && each.to().isBefore(from))
                        .max(Comparator.comparing(each -> Objects.requireNonNull(each.to())))
                        .orElse(null);
    }

    /**
     * For a plan that was not prepared from the previous one: the hours of the line with nearly the same text.
     *
     * @param texts the similarity of each text already compared
     */
    private static @Nullable BigDecimal lastYear(
            PlanLine line, List<PlanLine> past, Map<ActionId, BigDecimal> spent, Map<String, TrigramSimilarity> texts) {
        ToDoubleFunction<PlanLine> alike = each -> texts.computeIfAbsent(each.text(), TrigramSimilarity::of)
                .similarityTo(texts.computeIfAbsent(line.text(), TrigramSimilarity::of));
        return past.stream()
                .filter(each -> spent.containsKey(each.id()) && Objects.equals(each.code(), line.code()))
                .filter(each -> alike.applyAsDouble(each) >= SAME_LINE)
                .max(Comparator.comparingDouble(alike))
                .map(each -> spent.get(each.id()))
                .orElse(null);
    }

    private static List<PlanId> ids(List<PlanSummary> plans) {
        return plans.stream().map(PlanSummary::id).toList();
    }
}
