package org.convergence.plan.time.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.Realisations;
import org.convergence.plan.realisation.RecordRealisation;
import org.convergence.plan.realisation.Telling;
import org.convergence.plan.time.Crew;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ModuleTest
class WeekPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final String WEEK = "/plan/time/week/2026-W23";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Crew crew;

    @Autowired
    private Ground ground;

    @Autowired
    private Realisations realisations;

    @Autowired
    private JdbcClient db;

    private Actor maryse = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private ActionId action = new ActionId(new UUID(0, 0));
    private ActionId other = action;

    @BeforeEach
    void aTeamOfTwoAndAWorkshop() {
        visitors.anOrganisation();
        maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        crew.contract(maryse, elodie, MONDAY.minusYears(1), ContractSource.WAGE_SUBSIDY);
        PlanId plan = ground.plan("Plan d’action");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        action = ground.action(plan, means, "Donner des ateliers");
        other = ground.action(plan, means, "Créer un outil");
        CurrentActor.runAs(
                elodie,
                () -> realisations.record(RecordRealisation.byHand(
                        Ground.workshop("Atelier au cégep", MONDAY.plusDays(2)),
                        new Amounts(new BigDecimal("6"), null, null),
                        Telling.serving(Set.of(action)),
                        MONDAY.plusYears(1))));
    }

    @Test
    void theWeekIsProposedFromWhatSheSaidWasDoneAndNothingIsKeptBefore() {
        Document page = page(get(elodie, WEEK));
        assertThat(page.select("tbody.proposed")).hasSize(1);
        Element row = page.select("tbody.proposed").get(0);
        assertThat(row.text()).contains("1.2 · Donner des ateliers", "Atelier au cégep", "proposé");
        assertThat(row.select("input[name=h0_2]").attr("value")).isEqualTo("6");
        assertThat(entries()).isZero();

        assertThat(send(elodie, WEEK, typed(page, "save"))).hasStatus(303);
        assertThat(entries()).isEqualTo(1);
        assertThat(page(get(elodie, WEEK)).select("tbody.proposed")).isEmpty();
    }

    @Test
    void twentyFiveHoursInADayAreRefusedAndStayTyped() {
        Map<String, String> typed = typed(page(get(elodie, WEEK)), "submit");
        typed.put("h1_2", "19 h");
        MvcTestResult answer = send(elodie, WEEK, typed);
        assertThat(answer).hasStatus(422);
        Document again = Jsoup.parse(body(answer));
        assertThat(again.select("[role=alert]").text()).contains("3 juin 2026", "25 heures");
        assertThat(again.select("input[name=h1_2]").attr("value")).isEqualTo("19 h");
        assertThat(entries()).isZero();

        typed.put("h1_2", "beaucoup");
        again = Jsoup.parse(body(send(elodie, WEEK, typed)));
        assertThat(again.select("input[name=h1_2][aria-invalid]")).hasSize(1);
    }

    @Test
    void hoursOfWhatHappenedAreSharedWithOneMoreLine() {
        Map<String, String> typed = typed(page(get(elodie, WEEK)), "add");
        Document page = page(get(elodie, WEEK));
        typed.put("line", other.value() + "_-");
        typed.put("share", page.select("select[name=share] option[value*=_]").attr("value"));
        Document more = Jsoup.parse(body(send(elodie, WEEK, typed)));
        assertThat(more.select("tbody:last-of-type").text()).contains("Créer un outil", "Atelier au cégep");
        Map<String, String> split = typed(more, "submit");
        split.put("h0_2", "4,5");
        split.put("h" + (more.select("input[name=post]").size() - 1) + "_2", "1 h 30");
        assertThat(send(elodie, WEEK, split)).hasStatus(303);
        assertThat(db.sql(
                                "SELECT hours FROM plan.time_entry WHERE person = ? AND realisation IS NOT NULL ORDER BY hours")
                        .param(elodie.personId())
                        .query(BigDecimal.class)
                        .list())
                .containsExactly(new BigDecimal("1.50"), new BigDecimal("4.50"));
    }

    @Test
    void whatCannotBeHoursIsSaidBesideItsField() {
        Map<String, String> typed = typed(page(get(elodie, WEEK)), "save");
        for (String none : List.of("-1", "25", "1:75", "1,5,5", "1 h 75", "NaN", "1e1", "²")) {
            typed.put("h1_4", none);
            Document again = Jsoup.parse(body(send(elodie, WEEK, typed)));
            assertThat(again.select("input[name=h1_4][aria-invalid]")).as(none).hasSize(1);
        }
        for (String some : List.of("1,5", "1.5", "1 h 30", "1:30", "1h30")) {
            Map<String, String> again = typed(page(get(elodie, WEEK)), "save");
            again.put("h1_4", some);
            assertThat(send(elodie, WEEK, again)).as(some).hasStatus(303);
            assertThat(page(get(elodie, WEEK)).select("input[name=h1_4]").attr("value"))
                    .as(some)
                    .isEqualTo("1,5");
        }
    }

    @Test
    void aWeekAcrossNewYearIsOneWeek() {
        String week = "/plan/time/week/2026-W53";
        Map<String, String> typed = typed(page(get(elodie, week)), "submit");
        typed.put("post", "-_-");
        typed.put("h0_0", "7");
        typed.put("h0_4", "7");
        assertThat(send(elodie, week, typed)).hasStatus(303);
        assertThat(db.sql("SELECT day::text FROM plan.time_entry WHERE person = ? ORDER BY day")
                        .param(elodie.personId())
                        .query(String.class)
                        .list())
                .containsExactly("2026-12-28", "2027-01-01");
    }

    @Test
    void twoWindowsOfOneWeekDoNotOverwriteEachOther() {
        Map<String, String> typed = typed(page(get(elodie, WEEK)), "save");
        assertThat(send(elodie, WEEK, typed)).hasStatus(303);
        assertThat(send(elodie, WEEK, typed)).hasStatus(409);
    }

    @Test
    void anActionThatWasDroppedMeanwhileKeepsItsHours() {
        Map<String, String> typed = typed(page(get(elodie, WEEK)), "save");
        db.sql(
                        "UPDATE plan.actionplan_action SET dropped_on = current_date, dropped_reason = 'Faute de moyens' WHERE id = ?")
                .param(action.value())
                .update();
        assertThat(send(elodie, WEEK, typed)).hasStatus(303);
        assertThat(page(get(elodie, WEEK)).text()).contains("Donner des ateliers");
    }

    @Test
    void moreThanTheContractIsSaidAndNotForbidden() {
        Map<String, String> typed = typed(page(get(elodie, WEEK)), "save");
        for (int day = 0; day < 5; day++) {
            typed.put("h1_" + day, "8");
        }
        assertThat(send(elodie, WEEK, typed)).hasStatus(303);
        assertThat(page(get(elodie, WEEK)).select(".notice.warn").text()).contains("46 h", "35 h");
    }

    @Test
    void aWeekHandedInIsLockedUntilSomeoneElseGivesItBack() {
        assertThat(send(elodie, WEEK, typed(page(get(elodie, WEEK)), "submit"))).hasStatus(303);
        Document locked = page(get(elodie, WEEK));
        assertThat(locked.select("main input[name^=h]")).isEmpty();
        assertThat(send(elodie, WEEK, Map.of("version", "1", "do", "save"))).hasStatus(422);
        assertThat(entries()).isEqualTo(1);

        String hers = "/plan/time/sheets/2026-W23/" + elodie.personId();
        assertThat(send(maryse, hers + "/return", Map.of())).hasStatus(422);
        assertThat(send(maryse, hers + "/return", Map.of("comment", "Il manque mardi")))
                .hasStatus(303);
        assertThat(page(get(elodie, WEEK)).text()).contains("Maryse Roy", "Il manque mardi");
        assertThat(send(elodie, WEEK, typed(page(get(elodie, WEEK)), "submit"))).hasStatus(303);
        assertThat(send(maryse, hers + "/approve", Map.of("version", "2"))).hasStatus(409);
        Document sheet = page(get(maryse, hers));
        assertThat(sheet.text()).contains("Atelier au cégep");
        assertThat(send(
                        maryse,
                        hers + "/approve",
                        Map.of("version", sheet.select("input[name=version]").attr("value"))))
                .hasStatus(303);
        assertThat(page(get(elodie, WEEK)).text()).contains("Approuvée par Maryse Roy");
        assertThat(send(maryse, hers + "/reopen", Map.of("comment", "Erreur de ligne")))
                .hasStatus(303);
        assertThat(page(get(elodie, WEEK)).select("main input[name^=h]")).isNotEmpty();
    }

    @Test
    void nobodyApprovesHerOwnWeekButAnotherWhoHoldsTheRole() {
        crew.contract(maryse, maryse, MONDAY.minusYears(1), ContractSource.PERMANENT);
        assertThat(send(maryse, WEEK, Map.of("version", "0", "do", "submit", "post", "-_-", "h0_0", "7")))
                .hasStatus(303);
        String own = "/plan/time/sheets/2026-W23/" + maryse.personId();
        assertThat(page(get(maryse, own)).select("form[action$=approve]")).isEmpty();
        assertThat(send(maryse, own + "/approve", Map.of("version", "1"))).hasStatus(422);
        assertThat(send(elodie, own + "/approve", Map.of("version", "1"))).hasStatus(403);
        Actor president = crew.hire(visitors, "Thérèse", "Bouchard", Role.COORDINATOR);
        assertThat(send(president, own + "/approve", Map.of("version", "1"))).hasStatus(303);
    }

    @Test
    void anAccountOfNobodyIsToldHowToBeLinked() {
        var request = browser.get().uri(WEEK).with(visitors.as(Role.STAFF)).exchange();
        assertThat(page(request).text()).contains("Demandez à la coordination");
    }

    @Test
    void aContractThatOverlapsIsRefusedNamingTheOther() {
        MvcTestResult answer = browser.post()
                .uri("/plan/time/contracts")
                .param("person", String.valueOf(elodie.personId()))
                .param("source", "PERMANENT")
                .param("from", "2026-09-01")
                .param("day0", "3,5")
                .param("office", "30")
                .with(csrf())
                .with(as(maryse))
                .exchange();
        assertThat(answer).hasStatus(422);
        Document again = Jsoup.parse(body(answer));
        assertThat(again.select("[role=alert]").text()).contains("subvention salariale", "1er juin 2025");
        assertThat(again.select("input[name=day0]").attr("value")).isEqualTo("3,5");
    }

    @Test
    void holidaysAreProposedOnceAndKeptAsData() {
        MvcTestResult take = browser.post()
                .uri("/plan/time/calendar/holidays")
                .param("year", "2027")
                .param("day", "2027-06-24", "2027-12-25", "2027-08-08")
                .with(csrf())
                .with(as(maryse))
                .exchange();
        assertThat(take).hasStatus(303);
        Document page = page(get(elodie, "/plan/time/calendar?year=2027"));
        assertThat(page.select(".rows li")).hasSize(2);
        assertThat(page.text()).contains("Fête nationale du Québec", "F-1.1");
        assertThat(page(get(maryse, "/plan/time/calendar?year=2027")).select("input[name=day]"))
                .hasSize(7);
    }

    private long entries() {
        return db.sql("SELECT count(*) FROM plan.time_entry WHERE person = ?")
                .param(elodie.personId())
                .query(Long.class)
                .single();
    }

    private static RequestPostProcessor as(Actor actor) {
        return authentication(new ActorAuthentication(actor));
    }

    private MvcTestResult get(Actor actor, String url) {
        return browser.get().uri(url).with(as(actor)).exchange();
    }

    private MvcTestResult send(Actor actor, String url, Map<String, String> fields) {
        var request = browser.post().uri(url).with(csrf()).with(as(actor));
        fields.forEach((name, value) -> request.param(name, value.split("\n", -1)));
        return request.exchange();
    }

    /** The page's form as it stands, with the button that is pressed. */
    private static Map<String, String> typed(Document page, String button) {
        Map<String, String> fields = new TreeMap<>(Map.of("do", button));
        for (Element input : page.select("form.wide input[name]")) {
            fields.merge(input.attr("name"), input.attr("value"), (one, other) -> one + "\n" + other);
        }
        fields.keySet().removeAll(List.of("_csrf", "_page", "_for"));
        return fields;
    }

    private static Document page(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(body(result));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
