package org.convergence.advocacy.treaty.web;

import org.convergence.advocacy.treaty.TreatyId;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.TreatyQueries;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
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
                                row.code() + ", " + row.title(), TreatyPage.lead(row, t), TreatyPage.url(row.id())))
                        .toList());
    }

    /** Treaties, bills and cases in dossiers, with the day of the latest fact. */
    @Bean
    static ThemeSection treatiesOfTheme() {
        return new ThemeSection(
                30,
                TreatyPermissions.READ,
                "treaty.menu",
                TreatyPage.LIST,
                """
                        SELECT t.id, t.code || ', ' || t.title AS title, t.kind, NULL::text AS detail,
                               (SELECT max(coalesce(f.happened_on, f.recorded_on)) FROM advocacy.treaty_fact f WHERE f.treaty = t.id) AS day
                        FROM advocacy.treaty t WHERE ' ' || platform.fold(t.code || ' ' || t.title) LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        TreatyPage.url(new TreatyId(row.id())), row.title(), row.kindIn("treaty.kind.", t)));
    }
}
