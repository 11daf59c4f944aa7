package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionPlans.PlannedWork;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.MidYearPolicy.YearAhead;
import org.convergence.plan.time.TeamCapacity;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The review at the middle of a plan's year, from its progress and the team's hours. */
@Service
@Transactional(readOnly = true)
@Requires(PreparationPermissions.READ)
public class MidYearQueries {

    private static final int MOST_MONTHS = 24;

    private final ActionPlans plans;
    private final TeamCapacity capacity;
    private final OrganisationSettings settings;

    MidYearQueries(ActionPlans plans, TeamCapacity capacity, OrganisationSettings settings) {
        this.plans = plans;
        this.capacity = capacity;
        this.settings = settings;
    }

    /** The review to make today; empty most of the time. */
    public Optional<MidYear> findCurrent() {
        return PlanYear.findMiddle(plans.findAll(), settings.current(), settings.today())
                .map(this::assemble);
    }

    /** The review of a plan, on any day. */
    public MidYear find(PlanId plan) {
        return assemble(PlanYear.of(YearEndQueries.summary(plans, plan), settings.current(), settings.today()));
    }

    private MidYear assemble(PlanYear year) {
        PlanId plan = year.plan().id();
        LocalDate today = settings.today();
        List<ActionProgress> actions = YearEndQueries.actions(plans.progress(plan));
        Map<ActionId, PlannedWork> work = plans.findPlannedWork(List.of(plan)).stream()
                .collect(Collectors.toMap(each -> each.line().id(), each -> each, (first, second) -> first));
        BigDecimal left = findHoursLeft(year, today);
        return new MidYear(
                year,
                MidYearPolicy.findAtRisk(actions, new YearAhead(work, left, year.percentOver(today), today, year.to())),
                actions.stream().filter(each -> each.state().isSetAside()).toList(),
                left);
    }

    private @Nullable BigDecimal findHoursLeft(PlanYear year, LocalDate today) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(today), YearMonth.from(year.to())) + 1;
        if (months < 1 || !CurrentActor.get().may(TimePermissions.READ)) {
            return null;
        }
        List<MonthAhead> ahead = capacity.months((int) Math.min(MOST_MONTHS, months));
        BigDecimal available = ahead.stream().map(MonthAhead::available).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal firm = ahead.stream().map(MonthAhead::firm).reduce(BigDecimal.ZERO, BigDecimal::add);
        return available.signum() == 0 ? null : available.subtract(firm);
    }

    /**
     * The review of a plan at the middle of its year.
     *
     * @param lines the actions that will not be done, in the plan's order
     * @param setAside the actions set aside in this plan, each with its reason
     * @param hoursLeft the team's hours to the end of the year that firm actions do not take, below zero where they do not
     *     suffice; {@code null} where no hours are known
     */
    public record MidYear(
            PlanYear year,
            List<LineAtRisk> lines,
            List<ActionProgress> setAside,
            @Nullable BigDecimal hoursLeft) {

        /** Why an action will not be done, the surest first. */
        public enum RiskReason {
            /** Its window is over, and it is promised. */
            LATE,
            /** Nobody asked for it, or the situation did not call for it. */
            NOT_ASKED,
            /** Nothing was done, and nothing is planned. */
            NOT_BEGUN,
            /** At the present pace it stays under three quarters of its target. */
            BEHIND,
            /** The hours that are left go to what is promised. */
            NO_HOURS
        }

        /**
         * An action that will not be done.
         *
         * @param expected what its target reaches at the present pace; {@code null} for another reason
         */
        public record LineAtRisk(
                ActionProgress action,
                RiskReason reason,
                @Nullable BigDecimal expected) {}
    }
}
