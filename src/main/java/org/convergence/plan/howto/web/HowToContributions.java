package org.convergence.plan.howto.web;

import org.convergence.plan.actionplan.PlanTab;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowToQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How-tos as a tab of plans, and in the global search. */
@Configuration(proxyBeanMethods = false)
class HowToContributions {

    @Bean
    static PlanTab howTosOfPlans() {
        return new PlanTab(70, "howto.tab", HowToPermissions.READ, plan -> HowToFormatter.ROOM);
    }

    @Bean
    static SearchSource howToSearch(HowToQueries howTos) {
        return new SearchSource(
                "howto.tab",
                42,
                HowToPermissions.READ,
                "plan.howto",
                null,
                (query, limit, t) -> howTos.search(query.replace("\0", ""), limit).stream()
                        .map(it -> new SearchHit(it.title(), "", HowToFormatter.url(it, "")))
                        .toList());
    }
}
