package org.convergence.plan.preparation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The middle and the end of a plan's year: what is missing, said and settled. */
@ModuleTest
class PlanYearPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private MovingClock clock;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private PlanId plan = new PlanId(new UUID(0, 0));
    private ActionId workshops = new ActionId(new UUID(0, 0));
    private ActionId comic = new ActionId(new UUID(0, 0));

    @BeforeEach
    void aPlanOfTwoLines() {
        visitors.ensureOrganisation();
        db.sql("UPDATE plan.actionplan_plan SET kind = 'PROGRAMME'").update();
        plan = ground.underWay("Plan du fleuve " + UUID.randomUUID());
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        workshops = ground.action(plan, means, "Donner des ateliers");
        comic = ground.action(plan, means, "Écrire une bande dessinée");
        db.sql("UPDATE plan.actionplan_action SET commitment = 'ON_REQUEST', position = 2 WHERE id = ?")
                .param(comic.value())
                .update();
    }

    @Test
    void settledThingsLeaveThePageAndTheLineOfTheFirstPage() {
        atTheEnd();
        assertThat(home()).contains("Fermer l’année : 2 choses manquent encore");
        Document page = pages.as(Role.COORDINATOR).open(url("year-end"));
        assertThat(page.select("h2").text()).contains("2 actions sans réalisation");
        assertThat(page.select("[name=reason-" + comic.value() + "]").val())
                .isEqualTo("Personne ne l’a demandée cette année.");
        assertThat(page.select("input[type=radio][checked]").eachAttr("value")).containsOnly("");

        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url("year-end"),
                                "state-" + comic.value() + "=NO_REQUEST",
                                "reason-" + comic.value() + "=Personne ne l’a demandée.",
                                "state-" + workshops.value() + "=POSTPONED",
                                "reason-" + workshops.value() + "=La personne est partie en mars."))
                .hasStatus(303);
        Document settled = pages.as(Role.COORDINATOR).open(url("year-end"));
        assertThat(settled.text()).contains("Rien ne manque", "Il reste le rapport annuel");
        assertThat(settled.select("a[href*='/plan/report/new?audience=annual']"))
                .hasSize(1);
        assertThat(home()).contains("tout est réglé, le bilan peut être écrit");
    }

    @Test
    void actionsOfAMeansAreSetAsideTogether() {
        atTheEnd();
        String[] fields = db
                .sql("SELECT DISTINCT means::text FROM plan.actionplan_line WHERE id IN (?, ?)")
                .params(comic.value(), workshops.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(
                        each -> Stream.of("state-" + each + "=POSTPONED", "reason-" + each + "=Une année sans équipe."))
                .toArray(String[]::new);
        assertThat(pages.as(Role.COORDINATOR).post(url("year-end"), fields)).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(url("year-end")).text()).contains("Rien ne manque");
    }

    @Test
    void stateWithoutReasonIsRefusedAtItsFieldAndNothingIsSaved() {
        atTheEnd();
        Document refused = Pages.parse(pages.as(Role.COORDINATOR)
                .post(
                        url("year-end"),
                        "state-" + comic.value() + "=NO_REQUEST",
                        "reason-" + comic.value() + "=Sans demande",
                        "state-" + workshops.value() + "=POSTPONED",
                        "reason-" + workshops.value() + "="));
        assertThat(refused.select("[aria-invalid=true]").attr("name")).isEqualTo("reason-" + workshops.value());
        assertThat(db.sql(
                                "SELECT count(*) FROM plan.actionplan_follow_up WHERE action IN (?, ?) AND stated IS NOT NULL")
                        .params(comic.value(), workshops.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void middleOfTheYearSetsActionsAsideTogetherAndDraftsTheWords() {
        atTheMiddle();
        assertThat(home()).contains("Mi-année : 2 actions sont à risque");
        Document page = pages.as(Role.COORDINATOR).open(url("mid-year"));
        assertThat(page.text()).contains("Rien n’est fait ni prévu jusqu’ici.", "Sans demande, ou sans situation");
        pages.as(Role.COORDINATOR)
                .post(
                        url("mid-year"),
                        "state-" + comic.value() + "=DROPPED",
                        "reason-" + comic.value() + "=Le dessinateur a quitté le projet.",
                        "state-" + workshops.value() + "=POSTPONED",
                        "reason-" + workshops.value() + "=Deux postes sont vacants.");
        Document said = pages.as(Role.COORDINATOR).open(url("mid-year"));
        assertThat(said.select("#board-text").text())
                .contains("Écrire une bande dessinée – Abandonnée\u00a0: Le dessinateur a quitté le projet.")
                .contains("Donner des ateliers – Reportée\u00a0: Deux postes sont vacants.");
        assertThat(said.select("#text-" + workshops.value()).text()).contains("Bonjour", "Deux postes sont vacants.");
        assertThat(home()).doesNotContain("Mi-année");
        String note = String.valueOf(pages.as(Role.COORDINATOR)
                .post(url("mid-year/note"))
                .getResponse()
                .getHeader("Location"));
        assertThat(note).startsWith("/plan/report/");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(note.replaceAll("[?#].*", ""))
                        .text())
                .contains("Deux postes sont vacants.");
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void readersSeeWhatIsMissingAndChangeNothing() {
        atTheEnd();
        for (String page : List.of("year-end", "mid-year")) {
            assertThat(pages.as(Role.BOARD_MEMBER).open(url(page)).select("main form, main input[type=radio]"))
                    .isEmpty();
            assertThat(pages.as(Role.BOARD_MEMBER).post(url(page))).hasStatus(403);
        }
    }

    private void atTheEnd() {
        move(db.sql("SELECT period_to FROM plan.actionplan_plan WHERE id = ?")
                .param(plan.value())
                .query(LocalDate.class)
                .single()
                .minusDays(10));
    }

    private void atTheMiddle() {
        move(ground.begun().plusMonths(6));
    }

    private void move(LocalDate day) {
        clock.moveTo(
                day.atTime(LocalTime.NOON).atZone(settings.current().zone()).toInstant());
    }

    private String home() {
        return pages.as(Role.COORDINATOR).open("/").text();
    }

    private String url(String page) {
        return PreparationTab.ROOM + plan.value() + "/" + page;
    }
}
