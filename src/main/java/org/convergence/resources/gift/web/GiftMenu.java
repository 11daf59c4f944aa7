package org.convergence.resources.gift.web;

import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.gift.GiftPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of gifts, and gifts in the global search. */
@Configuration(proxyBeanMethods = false)
class GiftMenu {

    @Bean
    static MenuEntry giftMenuEntry() {
        return MenuEntry.of("gift.menu", GiftPage.LIST).requiring(GiftPermissions.RECORD);
    }

    /** Gifts in the global search, by their reference. */
    @Bean
    static SearchSource giftSearch(SearchSourceFactory sources) {
        return sources.create("gift.menu", 64, GiftPermissions.RECORD, "resources.gift", """
                SELECT coalesce(o.name, p.display_name, g.reference) AS title, g.reference AS detail, g.received_on AS day,
                       '/resources/gift/' || g.id AS url
                FROM resources.gift g
                LEFT JOIN directory.people_organisation_name o ON o.id = g.organisation
                LEFT JOIN directory.people_person_name p ON p.id = g.person
                WHERE :text ~ '[0-9]' AND g.reference ILIKE '%' || :text || '%'
                ORDER BY g.received_on DESC, g.id DESC LIMIT :limit
                """);
    }
}
