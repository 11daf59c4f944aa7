package org.convergence.plan.time.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.convergence.identity.Role;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class WeekSheetPagesTest extends WeekSheetPagesFixture {

    @Test
    void proposesHoursFromOwnRealisationsWithoutStoringThem() {
        Document page = Pages.require(get(elodie, WEEK));
        assertThat(page.select("tbody.proposed")).hasSize(1);
        Element row = page.select("tbody.proposed").get(0);
        assertThat(row.text()).contains("1.2 · Donner des ateliers", "Atelier au cégep", "proposé");
        assertThat(row.select("input[name=h0_2]").attr("value")).isEqualTo("6");
        assertThat(entries()).isZero();

        assertThat(send(elodie, WEEK, typed(page, "save"))).hasStatus(303);
        assertThat(entries()).isEqualTo(1);
        assertThat(Pages.require(get(elodie, WEEK)).select("tbody.proposed")).isEmpty();
    }

    @Test
    void hoursRecordedThroughTheApiKeepTheProposals() {
        String sent = "{\"date\": \"%s\", \"hours\": 1, \"action\": \"%s\"}".formatted(MONDAY, other.value());
        assertThat(browser.post()
                        .uri("/api/v1/time-entries")
                        .with(csrf())
                        .with(as(elodie))
                        .contentType("application/json")
                        .content(sent))
                .hasStatus(201);
        Document page = Pages.require(get(elodie, WEEK));
        assertThat(page.select("tbody.proposed").text()).contains("Atelier au cégep");
        assertThat(send(elodie, WEEK, typed(page, "save"))).hasStatus(303);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void sharesHoursOfARealisationWithAnotherLine() {
        Map<String, String> typed = typed(Pages.require(get(elodie, WEEK)), "add");
        Document page = Pages.require(get(elodie, WEEK));
        typed.put("line", other.value() + "_-");
        typed.put("share", page.select("select[name=share] option[value*=_]").attr("value"));
        Document more = Jsoup.parse(Pages.text(send(elodie, WEEK, typed)));
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
    void asksOnceWhetherHoursWithoutAContractArePaid() {
        db.sql("DELETE FROM plan.time_contract").update();
        assertThat(Pages.require(get(elodie, WEEK)).select(".notice.warn").text())
                .contains("Ces heures sont-elles payées?");
        assertThat(Pages.require(get(maryse, WEEK)).select("a[href^=/plan/time/contracts/new?person=]"))
                .hasSize(1);
        crew.contract(maryse, maryse, MONDAY.minusYears(1), ContractSource.VOLUNTEER);
        assertThat(Pages.require(get(maryse, WEEK)).text()).doesNotContain("sont-elles payées");
    }

    @Test
    void warnsAboutMoreHoursThanTheContract() {
        Map<String, String> typed = typed(Pages.require(get(elodie, WEEK)), "save");
        for (int day = 0; day < 5; day++) {
            typed.put("h1_" + day, "8");
        }
        assertThat(send(elodie, WEEK, typed)).hasStatus(303);
        assertThat(Pages.require(get(elodie, WEEK)).select(".notice.warn").text())
                .contains("46 h", "35 h");
    }

    @Test
    void aSubmittedWeekIsLockedUntilReturned() {
        assertThat(send(elodie, WEEK, typed(Pages.require(get(elodie, WEEK)), "submit")))
                .hasStatus(303);
        Document locked = Pages.require(get(elodie, WEEK));
        assertThat(locked.select("main input[name^=h]")).isEmpty();
        assertThat(send(elodie, WEEK, Map.of("version", "1", "do", "save"))).hasStatus(422);
        assertThat(entries()).isEqualTo(1);

        String hers = "/plan/time/sheets/2026-W23/" + elodie.personId();
        assertThat(send(maryse, hers + "/return", Map.of())).hasStatus(422);
        assertThat(send(maryse, hers + "/return", Map.of("comment", "Il manque mardi")))
                .hasStatus(303);
        assertThat(Pages.require(get(elodie, WEEK)).text()).contains("Maryse Roy", "Il manque mardi");
        assertThat(send(elodie, WEEK, typed(Pages.require(get(elodie, WEEK)), "submit")))
                .hasStatus(303);
        assertThat(send(maryse, hers + "/approve", Map.of("version", "2"))).hasStatus(409);
        Document sheet = Pages.require(get(maryse, hers));
        assertThat(sheet.text()).contains("Atelier au cégep");
        assertThat(send(
                        maryse,
                        hers + "/approve",
                        Map.of("version", sheet.select("input[name=version]").attr("value"))))
                .hasStatus(303);
        assertThat(Pages.require(get(elodie, WEEK)).text()).contains("Approuvée par Maryse Roy");
        MvcTestResult tooEarly = send(maryse, hers + "/return", Map.of("comment", "Il manque le jeudi"));
        assertThat(tooEarly).as("approved already").hasStatus(422);
        assertThat(Jsoup.parse(Pages.text(tooEarly)).select("[name=comment]").text())
                .isEqualTo("Il manque le jeudi");
        assertThat(send(maryse, hers + "/reopen", Map.of("comment", "Erreur de ligne")))
                .hasStatus(303);
        assertThat(Pages.require(get(elodie, WEEK)).select("main input[name^=h]"))
                .isNotEmpty();
        MvcTestResult late = send(maryse, hers + "/reopen", Map.of("comment", "Encore une erreur"));
        assertThat(late).as("reopened meanwhile").hasStatus(422);
        assertThat(Pages.text(late)).contains("Encore une erreur");
    }

    @Test
    void aWeekIsApprovedByAnotherPersonWithTheRole() {
        crew.contract(maryse, maryse, MONDAY.minusYears(1), ContractSource.PERMANENT);
        assertThat(send(maryse, WEEK, Map.of("version", "0", "do", "submit", "post", "-_-", "h0_0", "7")))
                .hasStatus(303);
        String own = "/plan/time/sheets/2026-W23/" + maryse.personId();
        assertThat(Pages.require(get(maryse, own)).select("form[action$=approve]"))
                .isEmpty();
        assertThat(send(maryse, own + "/approve", Map.of("version", "1"))).hasStatus(422);
        assertThat(send(elodie, own + "/approve", Map.of("version", "1"))).hasStatus(404);
        Actor president = crew.hire(visitors, "Thérèse", "Bouchard", Role.COORDINATOR);
        assertThat(send(president, own + "/approve", Map.of("version", "1"))).hasStatus(303);
    }

    @Test
    void onlyTheApproverNamedInTheContractApproves() {
        Actor chair = crew.hire(visitors, "Thérèse", "Bouchard", Role.BOARD_MEMBER);
        Actor other = crew.hire(visitors, "Jean", "Roy", Role.BOARD_MEMBER);
        crew.contract(maryse, maryse, MONDAY.minusYears(1), ContractSource.PERMANENT);
        String contract = "/plan/time/contracts/"
                + db.sql("SELECT id FROM plan.time_contract WHERE person = ?")
                        .param(maryse.personId())
                        .query(String.class)
                        .single();
        Map<String, String> named = new HashMap<>(Map.of("version", "1", "source", "PERMANENT", "from", "2025-06-01"));
        named.putAll(Map.of("day0", "7", "office", "30", "approver", String.valueOf(maryse.personId())));
        assertThat(Jsoup.parse(Pages.text(send(maryse, contract, named))).text())
                .contains("ne peut pas approuver ses propres semaines");
        named.put("approver", String.valueOf(chair.personId()));
        assertThat(send(maryse, contract, named)).hasStatus(303);
        assertThat(Pages.require(get(maryse, contract))
                        .select("input[name=approver]")
                        .val())
                .isEqualTo(String.valueOf(chair.personId()));
        assertThat(send(maryse, WEEK, Map.of("version", "0", "do", "submit", "post", "-_-", "h0_0", "7")))
                .hasStatus(303);

        String own = "/plan/time/sheets/2026-W23/" + maryse.personId();
        Map<String, String> seen = Map.of("version", "1");
        Actor second = crew.hire(visitors, "Huguette", "Roy", Role.COORDINATOR);
        assertThat(Pages.require(get(second, "/plan/time/sheets")).text()).contains("nommée au contrat");
        assertThat(Jsoup.parse(Pages.text(send(second, own + "/approve", seen))).text())
                .contains("nomme une autre personne");
        assertThat(get(other, own)).hasStatus(404);
        assertThat(send(other, own + "/approve", seen)).hasStatus(404);
        assertThat(Pages.require(get(other, "/plan/time/sheets")).select("ul.rows li"))
                .isEmpty();
        assertThat(Pages.require(get(other, "/")).text()).doesNotContain("à approuver");

        assertThat(Pages.require(get(chair, "/")).text()).contains("à approuver");
        assertThat(Pages.require(get(chair, "/plan/time/sheets"))
                        .select("ul.rows li a")
                        .text())
                .contains("Maryse Roy")
                .doesNotContain("Élodie");
        assertThat(Pages.require(get(chair, own)).select("form[action$=approve]"))
                .hasSize(1);
        assertThat(get(chair, "/plan/time/sheets/2026-W23/" + elodie.personId()))
                .hasStatus(404);
        assertThat(send(chair, own + "/approve", seen)).hasStatus(303);
        assertThat(Pages.require(get(maryse, WEEK)).text()).contains("Approuvée par Thérèse Bouchard");
    }

    @Test
    void aContractThatNamesItsOwnPersonHasNoApprover() {
        Actor second = crew.hire(visitors, "Huguette", "Roy", Role.COORDINATOR);
        crew.contract(maryse, maryse, MONDAY.minusYears(1), ContractSource.PERMANENT);
        // As after a merge of two people of the directory.
        db.sql("UPDATE plan.time_contract SET approver = person WHERE person = ?")
                .param(maryse.personId())
                .update();
        assertThat(send(maryse, WEEK, Map.of("version", "0", "do", "submit", "post", "-_-", "h0_0", "7")))
                .hasStatus(303);
        String own = "/plan/time/sheets/2026-W23/" + maryse.personId() + "/approve";
        assertThat(send(maryse, own, Map.of("version", "1"))).hasStatus(422);
        assertThat(send(second, own, Map.of("version", "1"))).hasStatus(303);
    }

    @Test
    void anUnlinkedAccountGetsAdviceOnLinking() {
        var request = browser.get().uri(WEEK).with(visitors.as(Role.STAFF)).exchange();
        assertThat(Pages.require(request).text()).contains("Demandez à la coordination");
    }

    @Test
    void refusesAnOverlappingContractAndNamesTheOther() {
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
        Document again = Jsoup.parse(Pages.text(answer));
        assertThat(again.select("[role=alert]").text()).contains("subvention salariale", "1er juin 2025");
        assertThat(again.select("input[name=day0]").attr("value")).isEqualTo("3,5");
    }

    @Test
    void proposesHolidaysOnceAndStoresThem() {
        MvcTestResult take = browser.post()
                .uri("/plan/time/calendar/holidays")
                .param("year", "2027")
                .param("day", "2027-06-24", "2027-12-25", "2027-08-08")
                .with(csrf())
                .with(as(maryse))
                .exchange();
        assertThat(take).hasStatus(303);
        Document page = Pages.require(get(elodie, "/plan/time/calendar?year=2027"));
        assertThat(page.select(".rows li")).hasSize(2);
        assertThat(page.text()).contains("Fête nationale du Québec", "F-1.1");
        assertThat(Pages.require(get(maryse, "/plan/time/calendar?year=2027")).select("input[name=day]"))
                .hasSize(7);
    }
}
