package org.convergence.outreach.congress.web;

import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.GatheringService.GatheringFilter;
import org.convergence.plan.calendar.ComingEntries.EntryUse;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.TextSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where gatherings are found and begun: the menu, the add button, the global search, and entries of calendars. */
@Configuration(proxyBeanMethods = false)
class CongressMenu {

    @Bean
    static MenuEntry congressMenuEntry() {
        return MenuEntry.of("congress.menu", CongressPage.LIST).requiring(CongressPermissions.READ);
    }

    @Bean
    static AddButtonEntry gatheringEntry() {
        return AddButtonEntry.of(100, "congress.add", CongressPage.LIST + "/new", CongressPermissions.EDIT)
                .firstUnder(CongressPage.LIST);
    }

    /** Gatherings in the global search. */
    @Bean
    static SearchSource gatheringSearch(GatheringService service) {
        return new SearchSource(
                "congress.menu",
                60,
                CongressPermissions.READ,
                "outreach.congress_gathering",
                CongressPage.LIST,
                (query, limit, t) -> service.findFirst(new GatheringFilter(query, null, null, null), limit).stream()
                        .map(row -> new SearchHit(
                                row.title(),
                                row.organisationName() + " · " + t.period(row.beginsOn(), row.endsOn()),
                                CongressPage.url(row.id())))
                        .toList());
    }

    /** Model resolutions as texts: a union prints them in its bulletin before its local debates them. */
    @Bean
    static TextSource resolutionTexts() {
        return TextSource.of(CongressPage.TEXTS, CongressPermissions.READ, """
                SELECT p.title, t.why || E'\\n\\n' || t.resolved AS body, NULL::text AS url, NULL::date AS until,
                       NULL::text AS country, p.action AS line, '/outreach/congress/passports/' || p.id AS page
                FROM outreach.congress_passport p
                CROSS JOIN LATERAL (SELECT x.why, x.resolved FROM outreach.congress_text x WHERE x.passport = p.id
                                    ORDER BY x.language <> :first, x.language LIMIT 1) t
                WHERE p.id = :id
                """).at(CongressPage.PASSPORTS + "/");
    }

    /** A gathering made of an entry of a calendar. */
    @Bean
    static EntryUse gatheringOfEntry() {
        return new EntryUse("congress.entry", CalendarGatheringController.PATH, CongressPermissions.EDIT);
    }
}
