package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionPlans.PlannedWork;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.time.EnteredHours;
import org.convergence.plan.time.TeamCapacity;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.ReadCache;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TrigramSimilarity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The remaining capacity of the team. A constant number of queries, however many hours were entered. */
@Service
@Transactional(readOnly = true)
@Requires(TimePermissions.READ)
public class CapacityQueries implements TeamCapacity {

    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.05");

    /** The horizon, in months. */
    public static final int MONTHS = 12;

    private static final double SAME_LINE = 0.6;

    private final WorkDayQueries workDayQueries;
    private final OrganisationSettings settings;
    private final ActionPlans plans;
    private final PlanContinuation continuation;
    private final EnteredHours enteredHours;

    CapacityQueries(
            WorkDayQueries workDayQueries,
            OrganisationSettings settings,
            ActionPlans plans,
            PlanContinuation continuation,
            EnteredHours enteredHours) {
        this.workDayQueries = workDayQueries;
        this.settings = settings;
        this.plans = plans;
        this.continuation = continuation;
        this.enteredHours = enteredHours;
    }

    /** The capacity for the current month and those after it, 1 to 24 in all. */
    public Capacity forecast(int months) {
        return capacity(months, null);
    }

    @Override
    public List<MonthAhead> months(int months) {
        return forecast(months).months().stream()
                .map(each -> new MonthAhead(
                        each.month(),
                        each.available(),
                        each.promised().getOrDefault(Commitment.FIRM, BigDecimal.ZERO),
                        each.promisedTotal()))
                .toList();
    }

    /** The same on the assumption that a contract ends on a day. Nothing is saved. */
    @Requires(TimePermissions.KEEP)
    public Capacity forecastAssuming(int months, Capacity.AssumedContractEnd supposed) {
        return capacity(months, supposed);
    }

    /**
     * The rest of a person's week, and the promises in it.
     *
     * @param left hours from today to Sunday, minus the office share
     * @param promised hours of the person's own actions
     */
    public record RestOfWeek(BigDecimal left, BigDecimal promised) {}

    /** The rest of the current actor's week. */
    @Requires(TimePermissions.OWN)
    public RestOfWeek ownWeek() {
        PersonId me = WeekSheetService.currentPerson();
        LocalDate today = settings.today();
        LocalDate sunday = Week.of(today).sunday();
        WorkingHours left = workDayQueries.findByPerson(me, today, sunday).hoursOf(me, today, sunday);
        BigDecimal promised = findDemands().demands().entrySet().stream()
                .filter(each -> me.value().equals(each.getKey().responsible()))
                .map(each -> PromisePolicy.hoursBetween(each.getValue(), today, today, sunday))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RestOfWeek(left.available(), promised.setScale(2, RoundingMode.HALF_UP));
    }

    private Capacity capacity(int months, Capacity.@Nullable AssumedContractEnd supposed) {
        LocalDate today = settings.today();
        YearMonth first = YearMonth.from(today);
        WorkDayQueries.WorkDayData known = supposed(
                workDayQueries.findAll(today, first.plusMonths(months).atDay(1).minusDays(1)), supposed);
        PlanDemands asked = findDemands();
        Map<Demand, Map<YearMonth, BigDecimal>> spread = new HashMap<>();
        asked.demands().values().forEach(each -> spread.put(each, PromisePolicy.byMonth(each, today, months)));
        List<Capacity.CapacityMonth> all = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            LocalDate from = i == 0 ? today : month.atDay(1);
            all.add(new Capacity.CapacityMonth(
                    month, known.totalHours(from, month.atEndOfMonth()), promised(spread, month)));
        }
        int worked =
                (int) asked.demands().values().stream().filter(Demand::worked).count();
        return new Capacity(today, all, waits(spread, all), asked.unsized(), worked, supposed);
    }

    private static WorkDayQueries.WorkDayData supposed(
            WorkDayQueries.WorkDayData known, Capacity.@Nullable AssumedContractEnd supposed) {
        if (supposed == null || !known.contracts().containsKey(supposed.contract())) {
            return known;
        }
        Map<UUID, ContractTerms> contracts = new TreeMap<>(known.contracts());
        contracts.computeIfPresent(
                supposed.contract(),
                (id, contract) -> supposed.end().isBefore(contract.from()) ? null : contract.endingBy(supposed.end()));
        return new WorkDayQueries.WorkDayData(contracts, known.closed(), known.leaves());
    }

    private static Map<Commitment, BigDecimal> promised(
            Map<Demand, Map<YearMonth, BigDecimal>> spread, YearMonth month) {
        Map<Commitment, BigDecimal> sums = new EnumMap<>(Commitment.class);
        Capacity.ORDER.forEach(each -> sums.put(each, BigDecimal.ZERO));
        spread.forEach((demand, hours) ->
                sums.merge(demand.commitment(), hours.getOrDefault(month, BigDecimal.ZERO), BigDecimal::add));
        sums.replaceAll((commitment, hours) -> Capacity.roundToHours(hours));
        return sums;
    }

    /**
     * Actions without a firm promise in overloaded months: the least promised first, then those that free most. One that
     * frees less than a twentieth of what is too much helps nobody, and is left out where others free more.
     */
    private static List<Capacity.PostponableAction> waits(
            Map<Demand, Map<YearMonth, BigDecimal>> spread, List<Capacity.CapacityMonth> months) {
        Set<YearMonth> over = months.stream()
                .filter(Capacity.CapacityMonth::isOver)
                .map(Capacity.CapacityMonth::month)
                .collect(Collectors.toSet());
        List<Capacity.PostponableAction> waits = new ArrayList<>();
        spread.forEach((demand, hours) -> {
            Map<YearMonth, BigDecimal> freed = new TreeMap<>(hours);
            freed.keySet().retainAll(over);
            freed.replaceAll((month, each) -> Capacity.roundToHours(each));
            freed.values().removeIf(each -> each.signum() == 0);
            if (demand.commitment() != Commitment.FIRM && !freed.isEmpty()) {
                waits.add(new Capacity.PostponableAction(demand.line(), freed));
            }
        });
        waits.sort(Comparator.comparing((Capacity.PostponableAction wait) ->
                        -Capacity.ORDER.indexOf(wait.line().commitment()))
                .thenComparing(wait -> wait.total().negate())
                .thenComparing(wait -> wait.line().label()));
        BigDecimal least = months.stream()
                .filter(Capacity.CapacityMonth::isOver)
                .map(month -> month.remainingHours().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(LEAST_SHARE);
        List<Capacity.PostponableAction> helpful = waits.stream()
                .filter(wait -> wait.total().compareTo(least) >= 0)
                .toList();
        return helpful.isEmpty() ? waits : helpful;
    }

    /**
     * The requirements of the plans in force.
     *
     * @param demands by the work that makes them, in the plans' order
     * @param unsized number of actions without hours or a size
     */
    private record PlanDemands(Map<PlannedWork, Demand> demands, int unsized) {}

    private PlanDemands findDemands() {
        return ReadCache.get(PlanDemands.class, this::readDemands);
    }

    private PlanDemands readDemands() {
        List<PlanSummary> all = plans.findAll();
        List<PlanSummary> inForce = plans.findInForce();
        List<PlannedWork> work = plans.findPlannedWork(ids(inForce));
        if (work.isEmpty()) {
            return new PlanDemands(Map.of(), 0);
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
        List<PlanId> earlierPlans = ids(before);
        List<PlanLine> past = allContinue || earlierPlans.isEmpty()
                ? List.of()
                : plans.findLinesById(spent.keySet()).values().stream()
                        .filter(line -> earlierPlans.contains(line.plan()))
                        .toList();
        Map<String, TrigramSimilarity> texts = new HashMap<>();
        Map<PlannedWork, Demand> demands = new LinkedHashMap<>();
        int unsized = 0;
        for (PlannedWork each : work) {
            ActionId earlier = continued.get(each.line().id());
            BigDecimal lastYear = earlier == null ? lastYear(each.line(), past, spent, texts) : spent.get(earlier);
            if (each.effort() == null && lastYear == null) {
                unsized++;
            } else {
                demands.put(
                        each,
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
     * @param past the lines of that plan with hours
     * @param texts the similarity of each text already compared
     */
    private static @Nullable BigDecimal lastYear(
            PlanLine line, List<PlanLine> past, Map<ActionId, BigDecimal> spent, Map<String, TrigramSimilarity> texts) {
        ToDoubleFunction<PlanLine> alike = each -> texts.computeIfAbsent(each.text(), TrigramSimilarity::of)
                .similarityTo(texts.computeIfAbsent(line.text(), TrigramSimilarity::of));
        return past.stream()
                .filter(each -> Objects.equals(each.code(), line.code()))
                .filter(each -> alike.applyAsDouble(each) >= SAME_LINE)
                .max(Comparator.comparingDouble(alike))
                .map(each -> spent.get(each.id()))
                .orElse(null);
    }

    private static List<PlanId> ids(List<PlanSummary> plans) {
        return plans.stream().map(PlanSummary::id).toList();
    }
}
