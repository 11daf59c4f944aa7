package org.convergence.advocacy.coalition.web;

import java.util.Objects;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Coalitions in the menu, in the global search and on the home page. */
@Configuration(proxyBeanMethods = false)
class CoalitionContributions {

    @Bean
    static MenuEntry coalitionMenuEntry() {
        return MenuEntry.of("coalition.menu", CoalitionPage.LIST).requiring(CoalitionPermissions.READ);
    }

    /** Coalitions in the global search, by name or mission; and their meetings, by title or by what came out of them. */
    @Bean
    static SearchSource coalitionSearch(SearchSourceFactory sources) {
        return sources.create("coalition.menu", 61, CoalitionPermissions.READ, "advocacy.coalition", """
                SELECT title, detail, day, url FROM (
                    SELECT o.name AS title, NULL AS detail, NULL::date AS day, '/advocacy/coalition/' || c.id AS url,
                           o.name || ' ' || c.mission AS words
                    FROM advocacy.coalition c JOIN directory.people_organisation_name o ON o.id = c.organisation
                    UNION ALL
                    SELECT m.title, o.name, m.held_on, '/advocacy/coalition/' || c.id, m.title || ' ' || m.outcome
                    FROM advocacy.coalition_meeting m JOIN advocacy.coalition c ON c.id = m.coalition
                    JOIN directory.people_organisation_name o ON o.id = c.organisation) found
                WHERE platform.fold(words) LIKE '%' || platform.fold(:text) || '%'
                ORDER BY day DESC NULLS FIRST, title, url LIMIT :limit
                """);
    }

    /** Mandates to review and meetings to tell, for the person who sits; and what we owe coalitions. */
    @Bean
    static DueWorkSource coalitionDueWork() {
        return DueWorkSource.of(
                CoalitionPermissions.READ,
                CoalitionPermissions.FOLLOW,
                """
                SELECT 'REVIEW' AS kind, s.id, s.coalition AS subject, s.review_on AS due_on, 'SET' AS day_kind, s.holder AS owner,
                       'OURS' AS place, s.title, o.name AS detail
                FROM advocacy.coalition_seat s JOIN advocacy.coalition c ON c.id = s.coalition
                JOIN directory.people_organisation_name o ON o.id = c.organisation
                WHERE s.ended_on IS NULL AND c.left_on IS NULL
                UNION ALL
                SELECT 'OWED', w.id, w.coalition, w.due_on, 'SET',
                       (SELECT s.holder FROM advocacy.coalition_seat s
                        WHERE s.coalition = w.coalition AND s.ended_on IS NULL AND s.holder IS NOT NULL ORDER BY s.id LIMIT 1),
                       'OURS', w.what, o.name
                FROM advocacy.coalition_contribution w JOIN advocacy.coalition c ON c.id = w.coalition
                JOIN directory.people_organisation_name o ON o.id = c.organisation
                WHERE w.done_on IS NULL
                UNION ALL
                SELECT 'MEETING', m.id, m.coalition, m.held_on, 'SET', s.holder, 'OURS', m.title, o.name
                FROM advocacy.coalition_meeting m JOIN advocacy.coalition c ON c.id = m.coalition
                JOIN directory.people_organisation_name o ON o.id = c.organisation
                LEFT JOIN advocacy.coalition_seat s ON s.id = m.seat AND s.ended_on IS NULL
                WHERE m.outcome = '' AND m.our_part = '' AND m.minutes IS NULL AND c.left_on IS NULL
                """,
                (row, t) -> new DueWork(
                        "advocacy.coalition/" + row.id(),
                        t.say("coalition.due." + row.kind(), Objects.requireNonNullElse(row.title(), "")),
                        CoalitionPage.url(new CoalitionId(row.subject())),
                        row.detail()));
    }
}
