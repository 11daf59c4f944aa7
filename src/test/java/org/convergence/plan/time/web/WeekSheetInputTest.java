package org.convergence.plan.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Errors when a week is typed. */
@ModuleTest
class WeekSheetInputTest extends WeekSheetPagesFixture {

    @Test
    void refusesTwentyFiveHoursInADayAndKeepsTheTypedValues() {
        Map<String, String> typed = typed(Pages.require(get(elodie, WEEK)), "submit");
        typed.put("h1_2", "19 h");
        MvcTestResult answer = send(elodie, WEEK, typed);
        assertThat(answer).hasStatus(422);
        Document again = Jsoup.parse(Pages.text(answer));
        assertThat(again.select("[role=alert]").text()).contains("3 juin 2026", "25 heures");
        assertThat(again.select("input[name=h1_2]").attr("value")).isEqualTo("19 h");
        assertThat(entries()).isZero();

        typed.put("h1_2", "beaucoup");
        again = Jsoup.parse(Pages.text(send(elodie, WEEK, typed)));
        assertThat(again.select("input[name=h1_2][aria-invalid]")).hasSize(1);
    }

    @Test
    void reportsInvalidHoursBesideTheirField() {
        Map<String, String> typed = typed(Pages.require(get(elodie, WEEK)), "save");
        for (String none : List.of("-1", "25", "1:75", "1,5,5", "1 h 75", "NaN", "1e1", "²")) {
            typed.put("h1_4", none);
            Document again = Jsoup.parse(Pages.text(send(elodie, WEEK, typed)));
            assertThat(again.select("input[name=h1_4][aria-invalid]")).as(none).hasSize(1);
        }
        for (String some : List.of("1,5", "1.5", "1 h 30", "1:30", "1h30")) {
            Map<String, String> again = typed(Pages.require(get(elodie, WEEK)), "save");
            again.put("h1_4", some);
            assertThat(send(elodie, WEEK, again)).as(some).hasStatus(303);
            assertThat(Pages.require(get(elodie, WEEK))
                            .select("input[name=h1_4]")
                            .attr("value"))
                    .as(some)
                    .isEqualTo("1,5");
        }
    }

    /** Sundays of twenty-three and of twenty-five hours: a sheet counts days, with twenty-four hours in each. */
    @ParameterizedTest
    @CsvSource({"2026-W10, 2026-03-08, dimanche 8 mars", "2025-W44, 2025-11-02, dimanche 2 novembre"})
    void aWeekWithAClockChangeHasSevenDays(String week, String sunday, String said) {
        String url = "/plan/time/week/" + week;
        Map<String, String> typed = typed(Pages.require(get(elodie, url)), "submit");
        typed.put("post", "-_-");
        typed.put("h0_0", "7");
        typed.put("h0_6", "24,25");
        MvcTestResult tooMuch = send(elodie, url, typed);
        assertThat(tooMuch).hasStatus(422);
        assertThat(Jsoup.parse(Pages.text(tooMuch)).select("[role=alert]").text())
                .contains(said);
        typed.put("h0_6", "24");
        assertThat(send(elodie, url, typed)).hasStatus(303);
        assertThat(db.sql("SELECT day::text FROM plan.time_entry WHERE person = ? AND hours = 24")
                        .param(elodie.personId())
                        .query(String.class)
                        .list())
                .containsExactly(sunday);
    }

    @Test
    void aWeekAcrossNewYearIsOneWeek() {
        String week = "/plan/time/week/2026-W53";
        Map<String, String> typed = typed(Pages.require(get(elodie, week)), "submit");
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
    void concurrentFormsOfOneWeekConflict() {
        Map<String, String> typed = typed(Pages.require(get(elodie, WEEK)), "save");
        Map<String, String> elsewhere = typed(Pages.require(get(elodie, WEEK)), "save");
        assertThat(send(elodie, WEEK, typed)).hasStatus(303);
        assertThat(send(elodie, WEEK, elsewhere)).hasStatus(409);
    }

    @Test
    void aDroppedActionKeepsItsHours() {
        Map<String, String> typed = typed(Pages.require(get(elodie, WEEK)), "save");
        db.sql(
                        "UPDATE plan.actionplan_action SET dropped_on = current_date, dropped_reason = 'Faute de moyens' WHERE id = ?")
                .param(action.value())
                .update();
        assertThat(send(elodie, WEEK, typed)).hasStatus(303);
        assertThat(Pages.require(get(elodie, WEEK)).text()).contains("Donner des ateliers");
    }
}
