package org.convergence.safety.mission.web;

import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountrySection;
import org.convergence.safety.guide.CountrySection.CountryLine;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.domain.MissionQueries;
import org.convergence.safety.mission.domain.MissionQueries.MissionRow;
import org.convergence.safety.mission.web.MissionPage.MissionListPage;
import org.convergence.safety.mission.web.MissionPage.MissionListRow;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of missions. */
@Controller
@RequestMapping("/safety/mission")
@Requires(MissionPermissions.READ)
record MissionListController(MissionQueries queries) {

    @GetMapping
    ModelAndView list(Form form, Words t) {
        boolean over = form.filled("over");
        return PageView.of(
                "safety/mission/missions",
                new MissionListPage(
                        List.of(
                                new Tab(t.say("mission.tab.going"), MissionPage.LIST, !over),
                                new Tab(t.say("mission.tab.over"), MissionPage.LIST + "?over=yes", over)),
                        queries.findAll(over).stream().map(row -> item(row, t)).toList(),
                        CurrentActor.get().may(MissionPermissions.PREPARE),
                        over));
    }

    private static MissionListRow item(MissionRow row, Words t) {
        String countries =
                t.list(row.countries().stream().map(each -> each.name(t)).toList());
        return new MissionListRow(
                row.title(),
                MissionPage.url(row.id()) + (row.alert() == null ? "" : "/watch"),
                t.period(row.startsOn(), row.endsOn()) + " · " + countries
                        + (row.state().isOver() ? "" : " · " + t.say(row.worst().key())),
                row.isOutdated() ? t.say("mission.outdated") : null,
                row.alert() == null ? row.state().tone() : Tone.BAD,
                t.say(row.alert() == null ? row.state().key() : "mission.alert." + row.alert()));
    }

    @Bean
    static MenuEntry missionMenuEntry() {
        return MenuEntry.of("mission.menu", MissionPage.LIST).requiring(MissionPermissions.READ);
    }

    /** Missions as what expenses are made for: neither their title nor their places leave them. */
    @Bean
    static TextSource missionTexts() {
        return new TextSource("safety.mission", MissionPermissions.READ, """
                SELECT '' AS title, '' AS body, NULL AS url, m.ends_on AS until, NULL AS country, NULL::uuid AS line,
                       '/safety/mission/' || m.id AS page
                FROM safety.mission m WHERE m.id = :id
                """, "mission.text", null, null);
    }

    /** Missions in the global search. */
    @Bean
    static SearchSource missionSearch(MissionQueries queries) {
        return new SearchSource(
                "mission.menu",
                58,
                MissionPermissions.READ,
                "safety.mission",
                null,
                (query, limit, t) -> queries.search(query, limit).stream()
                        .map(each -> new SearchHit(
                                each.title(),
                                t.period(each.startsOn(), each.endsOn()) + " · "
                                        + t.say(each.state().key()),
                                MissionPage.url(each.id())))
                        .toList());
    }

    /** Missions on the page of a country, without their travellers. */
    @Bean
    static CountrySection missionsInCountry(MissionQueries queries) {
        return new CountrySection(
                50,
                MissionPermissions.READ,
                (country, t) -> CountryPart.ofLines(
                        t.say("mission.menu"),
                        queries.findByCountry(country, CountrySection.MOST_LINES).stream()
                                .map(each -> new CountryLine(
                                        MissionPage.url(each.id()),
                                        each.title(),
                                        t.period(each.startsOn(), each.endsOn()),
                                        each.state().tone(),
                                        t.say(each.state().key())))
                                .toList()));
    }
}
