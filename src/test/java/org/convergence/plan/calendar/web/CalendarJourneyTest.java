package org.convergence.plan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A newcomer connects a calendar; past entries become realisations, and the hours of the week. */
@JourneyTest
class CalendarJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void proposesRealisationsFromOwnCalendar(BrowserLook look) {
        // Realisations of another look would be matched again.
        for (String table : List.of("calendar_answer", "calendar_source")) {
            db.sql("DELETE FROM plan." + table).update();
        }
        ground.clear();
        Page page = traveller.signIn(look, Role.STAFF);
        Actor elodie = signedIn();
        Actor maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        crew.contract(maryse, elodie, settings.today().minusYears(1), ContractSource.WAGE_SUBSIDY);
        PlanId plan = ground.plan("Plan d’action");
        db.sql("UPDATE plan.actionplan_plan SET period_from = ?, period_to = ? WHERE id = ?")
                .params(settings.today().minusMonths(3), settings.today().plusMonths(9), plan.value())
                .update();
        ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Participer aux concertations sur la transition");
        CurrentActor.runAs(Actor.system("test"), () -> people.findOrCreateOrganisation("AQOCI"));
        var pictures = new JourneyScreenshots(page, look, "calendar");
        try (CalendarFeedServer feed = new CalendarFeedServer()) {
            feed.event("a", "Concertation sur la transition, AQOCI", 2)
                    .event("b", "Appel avec Ana", 4)
                    .event("c", "Réunion d’équipe", CalendarFeedServer.moment(16), "RRULE:FREQ=WEEKLY\r\n")
                    .event("d", "Concertation de quartier sur la transition", 9);
            page.navigate(traveller.urlOf("/plan/calendar"));
            pictures.checkAndSave("empty");
            page.locator(".empty a.main").click();
            page.waitForURL("**/connect");
            pictures.checkAndSave("connect");
            page.locator("input[name=address]").fill(feed.address());
            page.locator("main form button.main").click();
            page.locator(".notice.ok").waitFor();
            pictures.checkAndSave("connected");

            page.navigate(traveller.urlOf("/"));
            pictures.checkAndSave("today");
            page.navigate(traveller.urlOf("/?all=true"));
            page.locator("li:has-text('AQOCI') button").first().click();
            page.locator(".notice.ok").waitFor();
            pictures.checkAndSave("done");
            page.navigate(traveller.urlOf("/?all=true"));
            page.locator("li:has-text('Ana') a.button").first().click();
            page.locator("input[name=draft]")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            pictures.checkAndSave("form");
            page.locator("button.main").last().click();
            page.locator(".notice.ok").waitFor();

            page.navigate(traveller.urlOf("/plan/calendar"));
            page.locator("form[action*='/never'] button").first().click();
            page.locator(".notice.ok").waitFor();
            page.locator("form[action*='/postpone'] button").first().click();
            page.locator(".notice.ok").waitFor();
            pictures.checkAndSave("answered");
            page.navigate(traveller.urlOf("/plan/time/week/" + Week.of(settings.dayOf(CalendarFeedServer.moment(2)))));
            pictures.checkAndSave("week");
            assertThat(page.locator("tbody.proposed").allInnerTexts().toString())
                    .contains("AQOCI");
            assertThat(db.sql("SELECT count(*) FROM plan.realisation WHERE recorded_by = ?")
                            .param(elodie.id())
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
        page.context().close();
    }

    /** The last signed-in user, linked to a person of the directory. */
    private Actor signedIn() {
        Actor hired = crew.hire(visitors, "Camille", "D’Amours", Role.STAFF);
        UUID account = db.sql("SELECT id FROM identity.account ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single();
        db.sql("UPDATE identity.account SET person_id = ? WHERE id = ?")
                .params(Objects.requireNonNull(hired.personId()), account)
                .update();
        return new Actor(account, hired.label(), hired.personId(), "fr", hired.permissions());
    }
}
