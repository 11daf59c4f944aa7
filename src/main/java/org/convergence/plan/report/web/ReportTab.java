package org.convergence.plan.report.web;

import org.convergence.plan.actionplan.PlanTab;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
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
}
