package org.convergence.outreach.assembly.web;

import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.MinutesSearch;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.YearEndCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the bodies, and the meeting of the one « Ajouter » button. */
@Configuration(proxyBeanMethods = false)
class AssemblyMenu {

    @Bean
    static MenuEntry assemblyMenuEntry() {
        return MenuEntry.of("assembly.menu", AssemblyUrls.HOME).requiring(AssemblyPermissions.READ);
    }

    @Bean
    static AddButtonEntry meetingEntry() {
        return AddButtonEntry.of(
                        25, "assembly.meeting.add", AssemblyUrls.HOME + "/meetings/new", AssemblyPermissions.PREPARE)
                .firstUnder(AssemblyUrls.HOME);
    }

    /** Minutes that no meeting adopted. */
    @Bean
    static YearEndCheck minutesToAdopt() {
        return new YearEndCheck(30, "assembly.year-end.minutes", AssemblyPermissions.PREPARE, AssemblyUrls.HOME, """
                SELECT m.id, m.begins::date AS day, coalesce(m.title, b.name) AS title,
                       '/outreach/assembly/meetings/' || m.id AS url
                FROM outreach.assembly_meeting m JOIN outreach.assembly_body b ON b.id = m.body
                WHERE m.state = 'HELD' AND m.adopted_on IS NULL AND m.begins::date BETWEEN :from AND :to
                """);
    }

    /** Follow-ups of meetings that are still open. */
    @Bean
    static YearEndCheck followUpsToClose() {
        return new YearEndCheck(
                40,
                "assembly.year-end.follow-ups",
                AssemblyPermissions.PREPARE,
                AssemblyUrls.HOME + "/follow-ups",
                """
                SELECT f.id, coalesce(f.due_on, f.opened_on) AS day, f.what AS title,
                       '/outreach/assembly/follow-ups/' || f.id AS url
                FROM outreach.assembly_follow_up f
                WHERE f.state = 'OPEN' AND coalesce(f.due_on, f.opened_on) <= :to
                """);
    }

    @Bean
    static SearchSource resolutionSearch(ResolutionQueries resolutions) {
        return new SearchSource(
                "assembly.resolutions",
                44,
                AssemblyPermissions.READ,
                "outreach.assembly_resolution",
                null,
                (query, limit, t) -> resolutions.findLatest(query, null, limit).stream()
                        .map(each -> new SearchHit(
                                each.label() + " – " + each.facts().text(),
                                each.body() + " · " + t.date(each.day()),
                                AssemblyUrls.HOME + "/resolutions/" + each.id()))
                        .toList());
    }

    @Bean
    static SearchSource minutesSearchSource(MinutesSearch minutes) {
        return new SearchSource(
                "assembly.meetings",
                45,
                AssemblyPermissions.READ,
                "outreach.assembly_item",
                null,
                (query, limit, t) -> minutes.find(query, limit).stream()
                        .map(each -> new SearchHit(
                                each.title(),
                                each.body() + " · " + t.date(each.day()),
                                AssemblyUrls.meeting(each.meeting().value()) + "/minutes#point-" + each.item()))
                        .toList());
    }
}
