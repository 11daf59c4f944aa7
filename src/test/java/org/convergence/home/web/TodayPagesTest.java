package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.Token;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.StatementCounter;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The home page: for each role, in order, short whatever there is; rows are postponed or taken over. */
@ModuleTest
class TodayPagesTest {

    @Autowired
    private MockMvcTester browser;

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
        Document page = page(ana, "/");
        List<String> lines =
                part(page, "À faire cette semaine").select(".what > a").eachText();
        assertThat(lines).hasSize(7).startsWith("En retard");
        assertThat(lines.get(1)).startsWith("Avis de convocation");
        assertThat(lines.get(2)).isEqualTo("Donner un atelier au cégep");
        assertThat(part(page, "À faire cette semaine").text()).contains("Et 2 autres");
        assertThat(part(page(ana, "/?all=true"), "À faire cette semaine").select("li"))
                .hasSize(9);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleHasItsHomePage(Role role) {
        week.line("Ce que personne n’a", null, 20);
        Document page = page(week.someone(visitors, "Camille", "Morin", role), "/");
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
        Document page = page(week.someone(visitors, "Camille", "Morin", role), "/");
        assertThat(page.select("main").text()).doesNotContain("Remettre le rapport", "En attente d’autres");
    }

    @Test
    void neverShowsCalmAboveLateLine() {
        db.sql("DELETE FROM plan.actionplan_action").update();
        week.line("Préparer l’assemblée", ana, 40);
        week.line("Remettre le rapport", week.someone(visitors, "Réal", "Gagnon", Role.STAFF), -3);
        Document page = page(ana, "/");
        assertThat(page.select("main").text())
                .contains("Prochaine échéance", "Remettre le rapport")
                .doesNotContain("Rien ne presse");
    }

    @Test
    void hidesPostponedLineFromOwnPageOnlyUntilItsDay() {
        Actor other = week.someone(visitors, "Réal", "Gagnon", Role.COORDINATOR);
        String later = part(page(ana, "/"), "À faire cette semaine")
                .select("a[href^=/home/later/line]")
                .attr("href");
        Document ask = page(ana, later);
        assertThat(ask.text()).contains("Y revenir quand?", "Donner un atelier au cégep", "Demain");
        String key = ask.select("input[name=subject]").get(0).val();

        assertThat(post(ana, "/home/later/line", "subject", key, "until", tomorrow()))
                .hasStatus(303);
        assertThat(page(ana, "/").select("h2").eachText()).doesNotContain("À faire cette semaine");
        assertThat(page(ana, "/").text()).contains("Une ligne remise à plus tard");
        assertThat(part(page(other, "/"), "En attente d’autres").text()).contains("Donner un atelier au cégep");
        assertThat(page(ana, "/home/later").text()).contains("Donner un atelier au cégep", "Reprendre");

        db.sql("UPDATE home.put_off SET until = ?").param(settings.today()).update();
        assertThat(part(page(ana, "/"), "À faire cette semaine").text()).contains("Donner un atelier");
    }

    @Test
    void resumesPostponedLineAndRefusesPastDay() {
        String key = "plan.actionplan/action/" + workshop.value();
        post(ana, "/home/later/line", "subject", key, "until", tomorrow());
        assertThat(post(ana, "/home/later/take-up", "subject", key)).hasStatus(303);
        assertThat(part(page(ana, "/"), "À faire cette semaine").text()).contains("Donner un atelier");
        String today = settings.today().toString();
        assertThat(post(ana, "/home/later/line", "subject", key, "until", today))
                .hasStatus(422);
        assertThat(post(ana, "/home/later/line", "subject", "n’importe quoi", "until", tomorrow()))
                .hasStatus(404);
        assertThat(page(ana, "/home/later").text()).contains("Rien n’est remis à plus tard");
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
        Element nobody = part(page(ana, "/"), "Personne ne s’en occupe");
        String take = nobody.select("form[action$=/take]").attr("action");
        assertThat(post(ana, take)).hasStatus(303);
        assertThat(part(page(ana, "/"), "À faire cette semaine").text()).contains("Réserver la salle");
        Actor other = week.someone(visitors, "Réal", "Gagnon", Role.STAFF);
        assertThat(post(other, take)).hasStatus(422);
        assertThat(post(other, take + "/undo")).hasStatus(303);
        assertThat(part(page(ana, "/"), "À faire cette semaine").text()).contains("Réserver la salle");
        assertThat(post(ana, take + "/undo")).hasStatus(303);
        assertThat(page(ana, "/").text()).contains("Je le prends");
    }

    @Test
    void showsNextDeadlineIfNothingIsUrgent() {
        db.sql("DELETE FROM plan.actionplan_action").update();
        week.line("Préparer l’assemblée", ana, 40);
        Document page = page(ana, "/");
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
        assertThat(statements()).isEqualTo(few).isLessThan(36);
    }

    /** The lower of two counts, which leaves out what is read again every few seconds, such as the settings. */
    private int statements() {
        return Math.min(StatementCounter.count(() -> page(ana, "/")), StatementCounter.count(() -> page(ana, "/")));
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

    private Document page(Actor actor, String url) {
        MvcTestResult result = browser.get()
                .uri(URI.create(url))
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult post(Actor actor, String url, String... fields) {
        var request = browser.post()
                .uri(url)
                .with(authentication(new ActorAuthentication(actor)))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
