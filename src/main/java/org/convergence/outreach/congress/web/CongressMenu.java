package org.convergence.outreach.congress.web;

import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.GatheringService.GatheringFilter;
import org.convergence.plan.calendar.ComingEntries.EntryUse;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
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

    /** A gathering made of an entry of a calendar. */
    @Bean
    static EntryUse gatheringOfEntry() {
        return new EntryUse("congress.entry", CalendarGatheringController.PATH, CongressPermissions.EDIT);
    }
}
