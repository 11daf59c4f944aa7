package org.convergence.plan.report.web;

import org.convergence.plan.actionplan.PlanTab;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.YearEndCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports as a tab of plans, and in the global search. */
@Configuration(proxyBeanMethods = false)
class ReportTab {

    @Bean
    static PlanTab reportsOfAPlan() {
        return new PlanTab(60, "report.tab", ReportPermissions.READ, plan -> "/plan/report?plan=" + plan.value());
    }

    /** Reports in the global search. */
    @Bean
    static SearchSource reportSearch(ReportQueries reports) {
        return new SearchSource(
                "report.reports",
                50,
                ReportPermissions.READ,
                "plan.report",
                null,
                (query, limit, t) -> reports.search(query, limit).stream()
                        .map(found -> new SearchHit(found.title(), found.planTitle(), ShownReport.url(found.id(), "")))
                        .toList());
    }

    /** The annual report of the year, until it is filed. */
    @Bean
    static YearEndCheck annualReportToFile() {
        return new YearEndCheck(YearEndCheck.REPORT, "report.year-end", ReportPermissions.WRITE, "/plan/report", """
                SELECT CAST(:plan AS uuid) AS id, CAST(:to AS date) AS day, r.title,
                       coalesce('/plan/report/' || r.id, '/plan/report/new?audience=annual&plan=' || :plan) AS url
                FROM (SELECT 1) AS always LEFT JOIN LATERAL (
                    SELECT a.id, a.title FROM plan.report a
                    WHERE a.plan = :plan AND a.audience = 'ANNUAL' AND a.period_to > CAST(:from AS date) ORDER BY a.created_at DESC LIMIT 1) r ON true
                WHERE NOT EXISTS (
                    SELECT FROM plan.report f JOIN plan.filing_date d ON d.id = f.id
                    WHERE f.plan = :plan AND f.audience = 'ANNUAL' AND f.period_to > CAST(:from AS date))
                """);
    }
}
