package org.convergence.plan.report.domain;

import java.time.Clock;
import org.convergence.plan.filing.Filings;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filed reports: their facts are the contents, and their files the papers. */
@Configuration(proxyBeanMethods = false)
class ReportFilings {

    @Bean
    static Filings<ReportId> filedReports(
            JdbcClient db, OrganisationSettings settings, Clock clock, ReportRenderer papers) {
        return new Filings<>(
                db,
                settings,
                clock,
                "report",
                "plan.report_filing/facts",
                facts -> papers.render(Snapshot.contents(facts)));
    }
}
