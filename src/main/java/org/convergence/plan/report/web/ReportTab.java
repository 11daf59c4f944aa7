package org.convergence.plan.report.web;

import org.convergence.plan.actionplan.PlanTab;
import org.convergence.plan.report.ReportPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tab of reports among the views of a plan. */
@Configuration(proxyBeanMethods = false)
class ReportTab {

    @Bean
    static PlanTab reportsOfAPlan() {
        return new PlanTab(60, "report.tab", ReportPermissions.READ, plan -> "/plan/report?plan=" + plan.value());
    }
}
