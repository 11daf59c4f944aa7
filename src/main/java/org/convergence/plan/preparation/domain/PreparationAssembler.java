package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.NextPeriod;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanReview;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.plan.preparation.domain.ProposalPolicy.LineYearFacts;
import org.convergence.plan.time.EnteredHours;
import org.convergence.plan.time.LineHours;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assembles the sheet in a fixed number of queries. */
@Component
record PreparationAssembler(
        PlanContinuation continuation,
        EnteredHours enteredHours,
        LineChoiceRepository choices,
        OrganisationSettings settings,
        JdbcClient db) {

    /**
     * The sheet of a plan.
     *
     * @throws Refused for a draft, which has no realisations yet
     */
    Preparation assemble(PlanId plan) {
        PlanReview year = continuation.review(plan);
        PlanSummary summary = year.plan();
        NextPeriod period = year.period();
        if (summary.status() == PlanStatus.DRAFT || period == null) {
            throw new Refused("preparation.refused.draft");
        }
        Set<UUID> gone = findLeavingBefore(period.from());
        Map<ActionId, BigDecimal> worked = enteredHours.findByLine(List.of(plan));
        Map<ActionId, LineChoice> chosen = choices.findByPlan(plan);
        boolean nearlyOver = ProposalPolicy.isNearlyOver(summary, settings.today());
        List<PreparedLine> lines = new ArrayList<>();
        actions(year).forEach(action -> {
            ActionId id = action.line().id();
            var beside = Objects.requireNonNull(year.beside().get(id));
            LineHours hours = LineHours.of(worked.get(id), action.evidence().hours());
            lines.add(new PreparedLine(
                    action,
                    beside,
                    hours,
                    beside.responsible() != null && gone.contains(beside.responsible()),
                    ProposalPolicy.propose(facts(action, beside, hours.hours(), nearlyOver)),
                    chosen.get(id)));
        });
        return new Preparation(
                year,
                period,
                Preparation.byId(lines, line -> line.action().line().id()),
                gone);
    }

    private static Stream<ActionProgress> actions(PlanReview year) {
        return year.progress().objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .flatMap(action -> Stream.concat(Stream.of(action), action.subActions().stream()));
    }

    private static LineYearFacts facts(
            ActionProgress action, PlanReview.LineReview beside, BigDecimal hours, boolean nearlyOver) {
        var target = action.target();
        return new LineYearFacts(
                action.state(),
                action.line().commitment(),
                beside.completedOn() != null,
                beside.quietBefore(),
                action.evidence().done(),
                hours,
                beside.effort(),
                target,
                target == null ? BigDecimal.ZERO : target.quantityReached(action.evidence()),
                nearlyOver);
    }

    /** People whose last contract ends before a day; people without any contract are not included. */
    private Set<UUID> findLeavingBefore(LocalDate day) {
        return new HashSet<>(db.sql("""
                        SELECT person FROM plan.time_contract_period
                        GROUP BY person HAVING bool_and(ends_on IS NOT NULL AND ends_on < :day)
                        """).param("day", day).query(UUID.class).list());
    }
}
