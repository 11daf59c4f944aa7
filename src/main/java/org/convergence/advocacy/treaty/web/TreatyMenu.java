package org.convergence.advocacy.treaty.web;

import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.TreatyQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Treaties, bills and cases in the menu and in the global search. */
@Configuration(proxyBeanMethods = false)
class TreatyMenu {

    @Bean
    static MenuEntry treatyMenuEntry() {
        return MenuEntry.of("treaty.menu", TreatyPage.LIST).requiring(TreatyPermissions.READ);
    }

    /** Treaties, bills and cases in the global search, by code or title. */
    @Bean
    static SearchSource treatySearch(TreatyQueries queries) {
        return new SearchSource(
                "treaty.menu",
                60,
                TreatyPermissions.READ,
                "advocacy.treaty",
                null,
                (query, limit, t) -> queries.search(query, limit).stream()
                        .map(row -> new SearchHit(
                                row.code() + ", " + row.title(),
                                t.say(row.kind().key()) + " · "
                                        + t.say(row.aim().key()),
                                TreatyPage.url(row.id())))
                        .toList());
    }
}
