package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import org.convergence.home.WeekFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The home page, the plan, its files and its API agree. */
@ModuleTest
class PlanOnTodayTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private JdbcClient db;

    private Actor ana = Actor.VISITOR;

    @BeforeEach
    void aWeek() {
        visitors.ensureOrganisation();
        week.begin();
        ana = week.someone(visitors, "Ana", "Ortiz", Role.STAFF);
        week.line("Donner un atelier au cégep", ana, 2);
    }

    @Test
    void lateSubActionIsCountedAlikeOnTheFirstPageThePlanItsFilesAndTheApi() throws Exception {
        Actor other = week.someone(visitors, "Réal", "Gagnon", Role.STAFF);
        ActionId whole = week.line("Faire vivre les outils", ana, 90);
        week.part(whole, "Imprimer le guide", other, -3);
        week.part(whole, "Traduire le guide", ana, 60);
        Document first = pages.as(ana).open("/");
        assertThat(first.select(".foot").text()).contains("2 actions : 1 à venir, 1 en retard");
        assertThat(part(first, "En attente d’autres").text()).contains("Imprimer le guide", "En retard de 3 jours");
        String plan = "/plan/actionplan/" + week.plan().value();
        assertThat(pages.as(ana).open(plan).text()).contains("2 actions : 1 à venir, 1 en retard");
        assertThat(pages.as(ana)
                        .open("/plan/actionplan/action/" + whole.value())
                        .text())
                .contains("En retard");
        assertThat(browser.get()
                        .uri(plan + "/file/followed/csv")
                        .with(authentication(new ActorAuthentication(ana)))
                        .exchange())
                .bodyText()
                .containsPattern("Faire vivre les outils.*En retard")
                .containsPattern("Imprimer le guide.*En retard")
                .containsPattern("Traduire le guide.*À venir");
        assertThat(browser.get()
                        .uri("/api/v1/plans/" + week.plan().value() + "/progress")
                        .with(authentication(new ActorAuthentication(ana)))
                        .exchange())
                .bodyJson()
                .extractingPath("$.counts.LATE")
                .isEqualTo(1);
    }

    @Test
    void ownLinesAreNeverAmongOthersAndEachHasAnAction() {
        Actor maryse = week.someone(visitors, "Maryse", "Coté", Role.COORDINATOR);
        Actor other = week.someone(visitors, "Réal", "Gagnon", Role.STAFF);
        ActionId mine = week.line("Préparer l’assemblée", other, -2);
        ActionId named = week.line("Écrire aux membres", other, -2);
        ActionId stranger = week.line("Traduire la trousse", other, -2);
        answeredFor(mine, "La coordination");
        answeredFor(named, "Maryse Coté");
        answeredFor(stranger, "Une traductrice");
        Document page = pages.as(maryse).open("/?all=true");
        assertThat(part(page, "À faire cette semaine").text()).contains("Préparer l’assemblée", "Écrire aux membres");
        Element waiting = part(page, "En attente d’autres");
        assertThat(waiting.text()).contains("Traduire la trousse").doesNotContain("Préparer", "Écrire aux membres");
        assertThat(waiting.select("li"))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.select(".acts a, .acts button")).isNotEmpty());
        assertThat(part(pages.as(ana).open("/?all=true"), "En attente d’autres").text())
                .contains("Préparer l’assemblée");
    }

    private void answeredFor(ActionId line, String words) {
        db.sql("UPDATE plan.actionplan_follow_up SET responsible = NULL, responsible_words = ? WHERE action = ?")
                .params(words, line.value())
                .update();
    }

    @Test
    void missedStepOfARhythmIsNamedAndIsNotLate() {
        ActionId monthly = week.line("Animer le comité", ana, 200);
        db.sql("""
                        UPDATE plan.actionplan_follow_up
                        SET times_per_year = 12, rhythm_since = window_from + 20, window_from = window_from + 20
                        WHERE action = ?
                        """).param(monthly.value()).update();
        Document first = pages.as(ana).open("/");
        assertThat(first.select("main li:contains(Animer le comité)").text())
                .as("the rhythm gives its day, nobody set it")
                .contains("Étape proposée pour", "pas encore faite")
                .doesNotContain("En retard");
        assertThat(first.select(".foot").text()).doesNotContain("en retard");
    }

    @Test
    void draftPlanRequestsNothing() {
        Actor maryse = week.someone(visitors, "Maryse", "Coté", Role.COORDINATOR);
        db.sql("""
                        UPDATE plan.actionplan_plan SET status = 'DRAFT', decision_body = NULL, decision_date = NULL
                        WHERE id = ?
                        """).param(week.plan().value()).update();
        week.line("Remettre le rapport", maryse, -3);
        week.line("Ce que personne n’a", null, 3);
        String plan = "/plan/actionplan/" + week.plan().value();
        for (String url : List.of("/?all=true", "/directory/handover/welcome", "/plan/time/capacity")) {
            assertThat(pages.as(maryse).open(url).select("main").text())
                    .as(url)
                    .doesNotContain("Remettre le rapport", "Ce que personne n’a", "en retard", "En retard");
        }
        assertThat(pages.as(maryse).open(plan).select("main").text()).doesNotContainIgnoringCase("en retard");
        assertThat(pages.as(maryse)
                        .open("/directory/handover/of/" + maryse.personId())
                        .select("main")
                        .text())
                .as("its lines are not shown; the plan that names the person is")
                .contains("Plans en préparation qui nomment encore cette personne", "une ligne à revoir")
                .doesNotContain("Remettre le rapport");
        assertThat(browser.get()
                        .uri("/api/v1/plans/" + week.plan().value() + "/progress")
                        .with(authentication(new ActorAuthentication(maryse)))
                        .exchange())
                .bodyJson()
                .extractingPath("$.counts.TO_COME")
                .isEqualTo(3);
    }

    private static Element part(Document page, String heading) {
        return page.select("main section").stream()
                .filter(section -> section.select("h2").text().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        heading + " in " + page.select("main").text()));
    }
}
