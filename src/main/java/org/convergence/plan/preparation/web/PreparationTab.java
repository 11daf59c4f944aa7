package org.convergence.plan.preparation.web;

import org.convergence.plan.actionplan.PlanTab;
import org.convergence.plan.preparation.PreparationPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The preparation of the next plan as a tab of a plan. */
@Configuration(proxyBeanMethods = false)
class PreparationTab {

    static final String ROOM = "/plan/preparation/";

    @Bean
    static PlanTab preparationOfTheNextPlan() {
        return new PlanTab(50, "preparation.tab", PreparationPermissions.READ, plan -> ROOM + plan.value());
    }
}
