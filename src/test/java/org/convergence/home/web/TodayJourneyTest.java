package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.convergence.home.WeekFixture;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.plan.time.TimeFixture;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
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

/** A morning: the home page, one row postponed, another taken over, the calendar feed set up. */
@JourneyTest
class TodayJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void morningPageTakesTenSeconds(BrowserLook look) {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        aWeek(linked());
        var pictures = new JourneyScreenshots(page, look, "today");

        page.navigate(traveller.urlOf("/"));
        pictures.checkAndSave("page");
        page.locator("a[href^='/home/later/line']").nth(1).click();
        page.locator("input[name=until]").last().waitFor();
        pictures.checkAndSave("later");
        page.locator("form[action='/home/later/line'] button").first().click();
        page.locator(".notice.ok").waitFor();
        page.locator("a[href='/home/later']").click();
        page.locator("form[action='/home/later/take-up']").waitFor();
        pictures.checkAndSave("put-off");
        page.locator("form[action='/home/later/take-up'] button").click();
        page.locator(".notice.ok").waitFor();
        page.locator("form[action$='/take'] button").first().click();
        page.locator(".notice.ok").waitFor();
        pictures.checkAndSave("taken");

        page.locator("a[href='/home/reminders']").click();
        page.locator("form[action='/home/reminders/calendar'] button").waitFor();
        pictures.checkAndSave("reminders");
        page.locator("form[action='/home/reminders/calendar'] button").click();
        page.locator("main code").waitFor();
        pictures.checkAndSave("address");
        assertThat(page.locator("main code").textContent()).matches("http.*/api/v1/calendar/[\\w-]{43}\\.ics");
        page.locator("label.chip").last().click();
        page.locator("form[action='/home/reminders/monday'] button").click();
        page.locator(".notice.ok").waitFor();
        page.navigate(traveller.urlOf("/identity/own"));
        pictures.checkAndSave("own");
        page.context().close();
    }

    private void aWeek(Actor me) {
        week.begin();
        week.line("Donner deux ateliers sur la transition juste dans les cégeps", me, 1);
        week.line("Publier l’infolettre", me, -3);
        week.line("Préparer la tournée des membres", me, 4);
        week.line("Mettre à jour le guide de sécurité", null, 20);
        week.line(
                "Organiser la rencontre avec les partenaires", week.someone(visitors, "Réal", "Gagnon", Role.STAFF), 2);
        crew.contract(visitors.actor(Role.COORDINATOR), me, settings.today().minusYears(1), ContractSource.PERMANENT);
        meetings.plan(board.addBoard().id(), settings.today().plusDays(14).atTime(19, 0));
        meetings.plan(board.addBoard().id(), settings.today().minusDays(1).atTime(19, 0));
    }

    /** The last signed-in user, linked to a person of the directory. */
    private Actor linked() {
        Actor hired = crew.hire(visitors, "Camille", "D’Amours", Role.COORDINATOR);
        UUID account = db.sql("SELECT id FROM identity.account ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single();
        db.sql("UPDATE identity.account SET person_id = ? WHERE id = ?")
                .params(TimeFixture.person(hired).value(), account)
                .update();
        return hired;
    }
}
