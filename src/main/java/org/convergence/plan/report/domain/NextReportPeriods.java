package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.PaperDestinations;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The usual period of the next report of a plan: to the assembly, that of the plan, else of its realisations; to the
 * board, from the last note or else from the last board meeting, until today (R-REPORT-7).
 */
@Component
public record NextReportPeriods(JdbcClient db, PaperDestinations destinations, OrganisationSettings settings) {

    /** A period, an end of which may be unknown. */
    public record ReportPeriod(
            @Nullable LocalDate from, @Nullable LocalDate to) {}

    ReportPeriod find(PlanSummary plan, Audience audience) {
        return switch (audience) {
            case ANNUAL ->
                plan.from() == null || plan.to() == null ? asDone(plan) : new ReportPeriod(plan.from(), plan.to());
            case BOARD ->
                NotePeriodPolicy.period(
                        last(plan.id()).orElse(null),
                        destinations.lastBoardMeeting(settings.today()).orElse(null),
                        plan.from(),
                        plan.to(),
                        settings.today());
        };
    }

    /** For a plan without a first or a last day: the days of its realisations. */
    private ReportPeriod asDone(PlanSummary plan) {
        return db.sql("""
                        SELECT coalesce(CAST(:from AS date), min(r.ends_on)), coalesce(CAST(:to AS date), max(r.ends_on))
                        FROM plan.actionplan_line a
                        JOIN plan.realisation_line s ON s.action = a.id
                        JOIN plan.realisation_summary r ON r.id = s.realisation AND r.state = 'DONE'
                        WHERE a.plan = :plan
                        """)
                .param("from", plan.from())
                .param("to", plan.to())
                .param("plan", plan.id().value())
                .query((row, n) ->
                        new ReportPeriod(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .single();
    }

    /** The last day of the last note. */
    private Optional<LocalDate> last(PlanId plan) {
        return db.sql("SELECT max(period_to) FROM plan.report WHERE plan = ? AND audience = 'BOARD'")
                .param(plan.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }
}
