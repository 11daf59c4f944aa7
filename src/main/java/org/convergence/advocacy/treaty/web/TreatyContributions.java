package org.convergence.advocacy.treaty.web;

import java.util.Objects;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.PetitionPolicy;
import org.convergence.advocacy.treaty.domain.TreatyQueries;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyId;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Treaties, bills and cases in the menu, in the global search and on the home page. */
@Configuration(proxyBeanMethods = false)
class TreatyContributions {

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

    /** Facts to check again; petitions that close, then whether they were tabled; answers that others owe. */
    @Component
    @Requires(TreatyPermissions.READ)
    @RequiresToAct(TreatyPermissions.FOLLOW)
    record TreatyDueWork(OrganisationSettings settings) implements DueWorkSource {

        @Override
        public String sql() {
            return """
                    SELECT 'CHECK' AS kind, f.id, f.treaty AS subject, f.next_check_on AS due_on, 'SET' AS day_kind, NULL::uuid AS owner,
                           'OURS' AS place, t.code AS title, f.country AS detail
                    FROM advocacy.treaty_fact f JOIN advocacy.treaty t ON t.id = f.treaty WHERE f.next_check_on IS NOT NULL
                    UNION ALL
                    SELECT 'CLOSE', p.treaty, p.treaty, p.closes_on, 'SET', NULL::uuid, 'OURS', t.code, NULL::text
                    FROM advocacy.treaty_petition p JOIN advocacy.treaty t ON t.id = p.treaty
                    WHERE p.closes_on IS NOT NULL AND p.tabled_on IS NULL
                          AND NOT EXISTS (SELECT FROM advocacy.treaty_fact f WHERE f.treaty = p.treaty AND f.kind = 'LAPSED')
                    UNION ALL
                    SELECT 'ANSWER', p.treaty, p.treaty, d.due_on, 'SET', NULL::uuid, 'OTHERS', t.code, NULL::text
                    FROM advocacy.treaty_petition p JOIN advocacy.treaty t ON t.id = p.treaty
                    CROSS JOIN LATERAL (SELECT coalesce(p.answer_due_on,
                            CASE WHEN p.parliament = 'CANADA' THEN p.tabled_on + %d END)) d (due_on)
                    WHERE d.due_on IS NOT NULL AND p.answered_on IS NULL
                    """.formatted(PetitionPolicy.FEDERAL_ANSWER_DAYS);
        }

        @Override
        public DueWork describe(DueWorkRow row, Words t) {
            String code = Objects.requireNonNullElse(row.title(), "");
            String name = row.detail() == null ? code : code + ", " + new Country(row.detail()).name(t);
            boolean check = row.kind().equals("CHECK");
            boolean closed = row.kind().equals("CLOSE") && row.dueOn().isBefore(settings.today());
            return new DueWork(
                    "advocacy.treaty/" + (check ? "" : row.kind() + "/") + row.id(),
                    t.say(check ? "treaty.due" : closed ? "treaty.due.TABLED" : "treaty.due." + row.kind(), name),
                    TreatyPage.url(new TreatyId(row.subject())),
                    null);
        }
    }
}
