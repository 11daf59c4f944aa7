package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.home.WeekFixture;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.Token;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.StatementCounter;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The home page: for each role, in order, short whatever there is; rows are postponed or taken over. */
@ModuleTest
class TodayPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private FollowUpService followUps;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private Actor ana = Actor.VISITOR;
    private ActionId workshop = new ActionId(new UUID(0, 0));

    @BeforeEach
    void aWeek() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM outreach.assembly_follow_up").update();
        db.sql("DELETE FROM platform.mail_message").update();
        db.sql(
                        "UPDATE outreach.assembly_meeting SET state = 'CANCELLED', cancelled_reason = 'x' WHERE state = 'PLANNED'")
                .update();
        week.begin();
        ana = week.someone(visitors, "Ana", "Ortiz", Role.STAFF);
        workshop = week.line("Donner un atelier au cégep", ana, 2);
    }

    @Test
    void showsSevenMostUrgentLinesOfAllModules() {
        meetings.plan(board.addBoard().id(), settings.today().plusDays(11).atTime(19, 0));
        week.line("En retard", ana, -3);
        for (int i = 0; i < 6; i++) {
            week.line("Ligne " + i, ana, 5);
        }
        Document page = pages.as(ana).open("/");
        List<String> lines =
                part(page, "À faire cette semaine").select(".what > a").eachText();
        assertThat(lines).hasSize(7).startsWith("En retard");
        assertThat(lines.get(1)).startsWith("Avis de convocation");
        assertThat(lines.get(2)).isEqualTo("Donner un atelier au cégep");
        assertThat(part(page, "À faire cette semaine").text()).contains("Et 2 autres", "Plan : 2, la première le");
        assertThat(part(pages.as(ana).open("/?all=true"), "À faire cette semaine")
                        .select("li"))
                .hasSize(9);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleHasItsHomePage(Role role) {
        week.line("Ce que personne n’a", null, 20);
        Document page =
                pages.as(week.someone(visitors, "Camille", "Morin", role)).open("/");
        assertThat(page.select("h1")).hasSize(1);
        boolean follows = role == Role.COORDINATOR || role == Role.STAFF;
        assertThat(page.text().contains("Donner un atelier au cégep")).isEqualTo(follows);
        assertThat(page.select("h2").eachText().contains("Personne ne s’en occupe"))
                .isEqualTo(follows);
        assertThat(page.select("form[action$=/take]").isEmpty()).isNotEqualTo(follows);
        assertThat(page.select(".empty").isEmpty()).isEqualTo(follows);
        assertThat(page.select(".foot").text()).contains("Recevoir cette page le lundi");
    }

    @ParameterizedTest
    @EnumSource(names = {"BOARD_MEMBER", "VOLUNTEER", "AUDITOR", "ACCOUNTANT"})
    void hidesLateWorkOfOthersWithoutFollowUps(Role role) {
        week.line("Remettre le rapport", ana, -3);
        Document page =
                pages.as(week.someone(visitors, "Camille", "Morin", role)).open("/");
        assertThat(page.select("main").text()).doesNotContain("Remettre le rapport", "En attente d’autres");
    }

    @Test
    void neverShowsCalmAboveLateLine() {
        db.sql("DELETE FROM plan.actionplan_action").update();
        week.line("Préparer l’assemblée", ana, 40);
        week.line("Remettre le rapport", week.someone(visitors, "Réal", "Gagnon", Role.STAFF), -3);
        Document page = pages.as(ana).open("/");
        assertThat(page.select("main").text())
                .contains("Prochaine échéance", "Remettre le rapport")
                .doesNotContain("Rien ne presse");
    }

    @Test
    void hidesPostponedLineFromOwnPageOnlyUntilItsDay() {
        Actor other = week.someone(visitors, "Réal", "Gagnon", Role.COORDINATOR);
        String later = part(pages.as(ana).open("/"), "À faire cette semaine")
                .select("a[href^=/home/later/line]")
                .attr("href");
        Document ask = pages.as(ana).open(later);
        assertThat(ask.text()).contains("Y revenir quand?", "Donner un atelier au cégep", "Demain");
        String key = ask.select("input[name=subject]").get(0).val();

        assertThat(pages.as(ana).post("/home/later/line", "subject=" + key, "until=" + tomorrow()))
                .hasStatus(303);
        assertThat(pages.as(ana).open("/").select("h2").eachText()).doesNotContain("À faire cette semaine");
        assertThat(pages.as(ana).open("/").text()).contains("Une ligne remise à plus tard");
        assertThat(part(pages.as(other).open("/"), "En attente d’autres").text())
                .contains("Donner un atelier au cégep");
        assertThat(pages.as(ana).open("/home/later").text()).contains("Donner un atelier au cégep", "Reprendre");

        db.sql("UPDATE home.put_off SET until = ?").param(settings.today()).update();
        assertThat(part(pages.as(ana).open("/"), "À faire cette semaine").text())
                .contains("Donner un atelier");
    }

    @Test
    void resumesPostponedLineAndRefusesPastDay() {
        String key = "plan.actionplan/action/" + workshop.value();
        pages.as(ana).post("/home/later/line", "subject=" + key, "until=" + tomorrow());
        assertThat(pages.as(ana).post("/home/later/take-up", "subject=" + key)).hasStatus(303);
        assertThat(part(pages.as(ana).open("/"), "À faire cette semaine").text())
                .contains("Donner un atelier");
        String today = settings.today().toString();
        assertThat(pages.as(ana).post("/home/later/line", "subject=" + key, "until=" + today))
                .hasStatus(422);
        assertThat(pages.as(ana).post("/home/later/line", "subject=n’importe quoi", "until=" + tomorrow()))
                .hasStatus(404);
        assertThat(pages.as(ana).open("/home/later").text()).contains("Rien n’est remis à plus tard");
    }

    @Test
    void takesAndReturnsUnassignedFollowUp() {
        MeetingId meeting = meetings.plan(
                board.addBoard().id(), settings.today().minusDays(3).atTime(19, 0));
        db.sql("UPDATE outreach.assembly_meeting SET state = 'HELD' WHERE id = ?")
                .param(meeting.value())
                .update();
        UUID point = meetings.itemId(meeting, 1);
        LocalDate due = settings.today().plusDays(4);
        board.callAs(() -> followUps.create(point, null, new FollowUpFacts("Réserver la salle", null, null, due)));
        Element nobody = part(pages.as(ana).open("/"), "Personne ne s’en occupe");
        String take = nobody.select("form[action$=/take]").attr("action");
        assertThat(pages.as(ana).post(take)).hasStatus(303);
        assertThat(part(pages.as(ana).open("/"), "À faire cette semaine").text())
                .contains("Réserver la salle");
        Actor other = week.someone(visitors, "Réal", "Gagnon", Role.STAFF);
        assertThat(pages.as(other).post(take)).hasStatus(422);
        assertThat(pages.as(other).post(take + "/undo")).hasStatus(303);
        assertThat(part(pages.as(ana).open("/"), "À faire cette semaine").text())
                .contains("Réserver la salle");
        assertThat(pages.as(ana).post(take + "/undo")).hasStatus(303);
        assertThat(pages.as(ana).open("/").text()).contains("Je le prends");
    }

    @Test
    void showsNextDeadlineIfNothingIsUrgent() {
        db.sql("DELETE FROM plan.actionplan_action").update();
        week.line("Préparer l’assemblée", ana, 40);
        Document page = pages.as(ana).open("/");
        assertThat(page.select("main").text()).contains("Rien ne presse", "Prochaine échéance", "Préparer l’assemblée");
    }

    @Test
    void onlyTheButtonBehindTheLinkStopsLetters() {
        byte[] hash = Token.hashOf("s".repeat(43));
        db.sql("INSERT INTO home.monday_stop (account, token_hash, made_at) VALUES (?, ?, now())")
                .params(ana.id(), hash)
                .update();
        String stop = "/home/stop/" + "s".repeat(43);
        assertThat(browser.get().uri(stop).exchange()).hasStatusOk().bodyText().contains("Ne plus le recevoir");
        assertThat(db.sql("SELECT count(*) FROM home.monday_choice WHERE account = ?")
                        .param(ana.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(browser.post()
                        .uri(stop)
                        .param("List-Unsubscribe", "One-Click")
                        .exchange())
                .hasStatusOk();
        assertThat(choice()).isEqualTo("NEVER");
        assertThat(browser.get().uri("/home/stop/" + "x".repeat(43)).exchange()).hasStatus(404);
    }

    /** The number of queries is the same with eighty rows as with one. */
    @Test
    void queryCountIsIndependentOfSize() {
        int few = statements();
        for (int i = 0; i < 40; i++) {
            week.line("Ligne " + i, ana, 5);
            week.line("À personne " + i, null, 5);
        }
        assertThat(statements()).isEqualTo(few).isLessThan(35);
    }

    /** The lower of two counts, which leaves out what is read again every few seconds, such as the settings. */
    private int statements() {
        return Math.min(
                StatementCounter.count(() -> pages.as(ana).open("/")),
                StatementCounter.count(() -> pages.as(ana).open("/")));
    }

    private String choice() {
        return db.sql("SELECT choice FROM home.monday_choice WHERE account = ?")
                .param(ana.id())
                .query(String.class)
                .single();
    }

    private String tomorrow() {
        return settings.today().plusDays(1).toString();
    }

    private static Element part(Document page, String heading) {
        return page.select("main section").stream()
                .filter(section -> section.select("h2").text().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        heading + " in " + page.select("main").text()));
    }
}
