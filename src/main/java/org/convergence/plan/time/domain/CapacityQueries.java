package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.time.TeamCapacity;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The remaining capacity of the team. A constant number of queries, however many hours were entered. */
@Service
@Transactional(readOnly = true)
@Requires(TimePermissions.READ)
public class CapacityQueries implements TeamCapacity {

    /** The horizon, in months. */
    public static final int MONTHS = 12;

    private final DemandQueries promises;
    private final WorkDayQueries workDayQueries;
    private final OrganisationSettings settings;

    CapacityQueries(DemandQueries promises, WorkDayQueries workDayQueries, OrganisationSettings settings) {
        this.promises = promises;
        this.workDayQueries = workDayQueries;
        this.settings = settings;
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
        BigDecimal promised = promises.find(each -> me.value().equals(each.responsible())).demands().stream()
                .map(each -> PromisePolicy.hoursBetween(each, today, today, sunday))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RestOfWeek(left.available(), promised.setScale(2, RoundingMode.HALF_UP));
    }

    private Capacity capacity(int months, Capacity.@Nullable AssumedContractEnd supposed) {
        LocalDate today = settings.today();
        YearMonth first = YearMonth.from(today);
        WorkDayQueries.WorkDayData known = supposed(
                workDayQueries.findAll(today, first.plusMonths(months).atDay(1).minusDays(1)), supposed);
        DemandQueries.PlanDemands asked = promises.find(each -> true);
        Map<Demand, Map<YearMonth, BigDecimal>> spread = new HashMap<>();
        asked.demands().forEach(each -> spread.put(each, PromisePolicy.byMonth(each, today, months)));
        List<Capacity.CapacityMonth> all = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            LocalDate from = i == 0 ? today : month.atDay(1);
            all.add(new Capacity.CapacityMonth(
                    month, known.totalHours(from, month.atEndOfMonth()), promised(spread, month)));
        }
        int worked = (int) asked.demands().stream().filter(Demand::worked).count();
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

    /** Actions without a firm promise in overloaded months: the least promised first, then those that free most. */
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
        return waits;
    }
}
