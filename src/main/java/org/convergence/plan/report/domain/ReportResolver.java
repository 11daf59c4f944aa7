package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the report of a plan on a period: the stored one, else a temporary one without texts. */
@Component
class ReportResolver {

    private final JdbcClient db;
    private final ReportRepository reports;
    private final ActionPlans plans;
    private final ReportRenderer papers;
    private final NextReportPeriods next;
    private final OrganisationSettings settings;

    ReportResolver(
            JdbcClient db,
            ReportRepository reports,
            ActionPlans plans,
            ReportRenderer papers,
            NextReportPeriods next,
            OrganisationSettings settings) {
        this.next = next;
        this.db = db;
        this.reports = reports;
        this.plans = plans;
        this.papers = papers;
        this.settings = settings;
    }

    /**
     * The report.
     *
     * @param from {@code null} for that of the latest report, else the usual one, else of the fiscal year
     * @param to likewise; a whole year if only the first day is known
     * @param language {@code null} for that of the report, else of the organisation
     */
    Report resolve(
            PlanId plan,
            Audience audience,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String language) {
        PlanSummary known = plans.findAll().stream()
                .filter(each -> each.id().equals(plan))
                .findFirst()
                .orElseThrow(() -> new NotFound("plan"));
        Report report = kept(plan, audience, from, to).orElseGet(() -> made(known, audience, from, to));
        return language == null || language.equals(report.language()) ? report : report.withLanguage(language);
    }

    private Optional<Report> kept(PlanId plan, Audience audience, @Nullable LocalDate from, @Nullable LocalDate to) {
        return db.sql("""
                        SELECT id FROM plan.report
                        WHERE plan = :plan AND audience = :audience
                          AND period_from = coalesce(CAST(:from AS date), period_from)
                          AND period_to = coalesce(CAST(:to AS date), period_to)
                        ORDER BY period_to DESC, period_from DESC, edition DESC LIMIT 1
                        """)
                .param("plan", plan.value())
                .param("audience", audience.name())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional()
                .flatMap(reports::findById);
    }

    private Report made(PlanSummary plan, Audience audience, @Nullable LocalDate from, @Nullable LocalDate to) {
        OrganisationProfile organisation = settings.current();
        NextReportPeriods.ReportPeriod usual = next.find(plan, audience);
        LocalDate start = first(from, usual.from(), organisation.fiscalYearOf(settings.today()));
        LocalDate end = first(to, usual.to(), start.plusYears(1).minusDays(1));
        String tongue = organisation.languages().stream()
                .filter(BeginReportCommand.LANGUAGES::contains)
                .findFirst()
                .orElse("fr");
        return Report.temporary(new BeginReportCommand(
                plan.id(),
                audience,
                papers.words(tongue).say("report.live.title." + audience.slug(), plan.title()),
                start,
                end.isBefore(start) ? start : end,
                null,
                tongue,
                null));
    }

    private static LocalDate first(@Nullable LocalDate asked, @Nullable LocalDate planned, LocalDate otherwise) {
        return asked != null ? asked : planned != null ? planned : otherwise;
    }
}
