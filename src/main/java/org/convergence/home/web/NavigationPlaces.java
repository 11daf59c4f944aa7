package org.convergence.home.web;

import static org.convergence.platform.shell.Navigation.MenuGroup.AREA;
import static org.convergence.platform.shell.Navigation.MenuGroup.FOOT;
import static org.convergence.platform.shell.Navigation.MenuGroup.MAIN;

import java.util.List;
import org.convergence.platform.shell.Navigation;
import org.convergence.platform.shell.Navigation.MenuPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The order of the navigation. A module with a new entry adds a line with its key. */
@Configuration(proxyBeanMethods = false)
class NavigationPlaces {

    @Bean
    static Navigation navigation() {
        return new Navigation(List.of(
                MenuPlace.of(MAIN, "home.menu"),
                MenuPlace.of(MAIN, "actionplan.menu", "volunteering.menu", "observance.menu", "portrait.menu"),
                MenuPlace.of(MAIN, "realisation.list"),
                MenuPlace.of(MAIN, "time.menu"),
                MenuPlace.of(MAIN, "calendar.menu"),
                MenuPlace.of(AREA, "actionplan.area.EDUCATION"),
                MenuPlace.of(AREA, "workshop.menu", "internship.menu", "tool.menu", "theme.menu"),
                MenuPlace.of(AREA, "actionplan.area.COOPERATION"),
                MenuPlace.of(AREA, "project.menu", "narrative.menu", "partner.menu", "fieldwork.menu", "watch.menu"),
                MenuPlace.of(AREA, "actionplan.area.ADVOCACY"),
                MenuPlace.of(
                        AREA,
                        "urgentaction.menu",
                        "position.menu",
                        "dialogue.menu",
                        "coalition.menu",
                        "campaign.menu",
                        "treaty.menu"),
                MenuPlace.of(AREA, "actionplan.area.OUTREACH"),
                MenuPlace.of(AREA, "assembly.menu", "congress.menu", "congress.passport.menu"),
                MenuPlace.of(
                        AREA,
                        "newsletter.menu",
                        "relay.menu",
                        "media.menu",
                        "website.menu",
                        "event.menu",
                        "exhibition.menu",
                        "anniversary.menu"),
                MenuPlace.of(AREA, "actionplan.area.RESOURCES"),
                MenuPlace.of(
                        AREA,
                        "membership.menu",
                        "dues.menu",
                        "declaration.menu",
                        "delegation.menu",
                        "prospect.menu",
                        "impact.menu"),
                MenuPlace.of(AREA, "ledger.menu", "spending.menu", "fund.menu", "gift.menu", "appeal.menu"),
                MenuPlace.of(AREA, "grant.menu", "grant.agreement.menu", "subsidy.menu"),
                MenuPlace.of(AREA, "actionplan.area.SAFETY"),
                MenuPlace.of(AREA, "mission.menu", "incident.menu", "guide.menu", "risk.menu", "assessment.menu"),
                MenuPlace.of(FOOT, "people.menu", "exchange.list", "segment.menu", "consent.list"),
                MenuPlace.of(FOOT, "mailbox.menu"),
                MenuPlace.of(FOOT, "home.settings"),
                MenuPlace.of(FOOT, "identity.menu.own")));
    }
}
