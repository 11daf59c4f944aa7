package org.convergence.plan.volunteering.web;

import org.convergence.plan.volunteering.VolunteeringPermissions;
import org.convergence.plan.volunteering.domain.VolunteeringQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks offered by link in the menu, and in the global search. */
@Configuration(proxyBeanMethods = false)
class VolunteeringContributions {

    @Bean
    static MenuEntry volunteeringMenuEntry() {
        return MenuEntry.of("volunteering.menu", VolunteeringPage.LIST).requiring(VolunteeringPermissions.READ);
    }

    @Bean
    static SearchSource volunteeringSearch(VolunteeringQueries queries) {
        return new SearchSource(
                "volunteering.menu",
                44,
                VolunteeringPermissions.READ,
                "plan.volunteering_task",
                null,
                (query, limit, t) -> queries.search(query.replace("\0", ""), limit).stream()
                        .map(it -> new SearchHit(it.what(), t.date(it.dueOn()), VolunteeringPage.url(it.id())))
                        .toList());
    }
}
