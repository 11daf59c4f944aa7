package org.convergence.plan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.convergence.identity.Role;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.Actor;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Asks and answers « Est-ce arrivé? ». */
class WaitingEntryPagesTest extends CalendarPagesFixture {

    @Test
    void asksAboutPastEntryAndRecordsItInOneAction() {
        feed.event("a", "Concertation sur la transition, AQOCI", 2)
                .event("b", "Dentiste", 5)
                .event("c", "À venir", -3);
        connect();
        Document home = Pages.require(get(elodie, "/"));
        Element row = row(home, "Concertation");
        assertThat(row.text()).contains("2 h", "Proposé", "3.3", "AQOCI", "C’est fait", "Reporté", "Ne compte pas");
        assertThat(home.text()).contains("Est-ce arrivé?", "Dentiste").doesNotContain("À venir");
        assertThat(realisations()).isZero();

        assertThat(press(row, "done")).hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
        assertThat(db.sql("SELECT staff_hours FROM plan.realisation")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("2");
        assertThat(count("plan.realisation_served")).isEqualTo(1);
        assertThat(count("plan.realisation_organisation")).isEqualTo(1);
        assertThat(Pages.require(get(elodie, "/")).select(".rows form[action*=/done]"))
                .isEmpty();

        readAgain(feed.event("d", "Autre chose", 1));
        assertThat(asked()).containsExactly("Autre chose", "Dentiste");
        assertThat(press(row, "done")).hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
    }

    @Test
    void uncertainEntryPrefillsFormWhichAnswersIt() {
        feed.event("a", "Appel avec Ana", CalendarFeedServer.moment(3), "LOCATION:https://zoom.example/j/1\r\n");
        connect();
        String form =
                row(Pages.require(get(elodie, "/")), "Appel").select(".acts a").attr("href");
        Document page = Pages.require(get(elodie, form));
        assertThat(page.select("input[name=title]").attr("value")).isEqualTo("Appel avec Ana");
        assertThat(page.select("input[name=hours]").attr("value")).isEqualTo("2");
        assertThat(page.select("input[name=where][checked]").attr("value")).isEqualTo("ONLINE");
        Map<String, String> fields = new TreeMap<>();
        page.select("form[action=/plan/realisation] input[name]:not([type=checkbox]):not([type=radio])")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.put("when", "other");
        fields.put("where", "ONLINE");
        fields.remove("_csrf");
        assertThat(send(elodie, "/plan/realisation", fields)).hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
        assertThat(asked()).isEmpty();
        assertThat(Pages.require(get(elodie, ROOM))
                        .select("a[href^=/plan/realisation/]")
                        .text())
                .contains("Appel avec Ana");
        // Opened again from an old page, it is already answered.
        assertThat(get(elodie, form)).hasStatus(404);
    }

    @Test
    void answersOneEntryOrWholeSeries() {
        feed.event("serie", "Réunion d’équipe", CalendarFeedServer.moment(22), "RRULE:FREQ=WEEKLY\r\n");
        connect();
        assertThat(asked()).hasSize(4);
        assertThat(press(row(Pages.require(get(elodie, ROOM)), "Réunion"), "dismiss"))
                .hasStatus(303);
        readAgain(feed.event("autre", "Autre", 1));
        assertThat(asked()).hasSize(4).contains("Autre");
        assertThat(press(row(Pages.require(get(elodie, ROOM)), "Réunion"), "never"))
                .hasStatus(303);
        assertThat(asked()).containsExactly("Autre");
        Element series =
                Pages.require(get(elodie, ROOM)).select("form[action$=/ask]").last();
        assertThat(send(elodie, Objects.requireNonNull(series).attr("action"), Map.of()))
                .hasStatus(303);
        assertThat(asked()).hasSize(4);
    }

    @Test
    void asksAgainOnNewDayOfPostponedEntry() {
        feed.event("a", "Rencontre remise", 9);
        connect();
        assertThat(press(row(Pages.require(get(elodie, "/")), "Rencontre"), "postpone"))
                .hasStatus(303);
        assertThat(asked()).isEmpty();
        readAgain(feed.clear().event("a", "Rencontre remise", -4));
        assertThat(asked()).isEmpty();
        readAgain(feed.clear().event("a", "Rencontre remise", 2));
        assertThat(asked()).containsExactly("Rencontre remise");
        assertThat(row(Pages.require(get(elodie, ROOM)), "Rencontre")
                        .select(".when")
                        .text())
                .isNotEmpty();
        assertThat(press(row(Pages.require(get(elodie, ROOM)), "Rencontre"), "postpone"))
                .hasStatus(303);
        String place = Pages.require(get(elodie, ROOM))
                .select("form[action$=/again-on]")
                .attr("action");
        assertThat(send(
                        elodie,
                        place,
                        Map.of("on", settings.today().minusDays(1).toString())))
                .hasStatus(303);
        assertThat(Pages.require(get(elodie, ROOM)).text()).doesNotContain("Reporté au");
        assertThat(send(elodie, place, Map.of("on", settings.today().plusDays(3).toString())))
                .hasStatus(303);
        assertThat(Pages.require(get(elodie, ROOM)).text()).contains("Reporté au");
        db.sql("UPDATE plan.calendar_answer SET again_on = ?")
                .param(settings.today())
                .update();
        assertThat(asked()).containsExactly("Rencontre remise");
    }

    @Test
    void dismissesRestOfWeekInOneActionWithUndo() {
        Instant monday = settings.today()
                .with(java.time.temporal.TemporalAdjusters.previous(java.time.DayOfWeek.MONDAY))
                .minusWeeks(2)
                .atTime(15, 0)
                .toInstant(java.time.ZoneOffset.UTC);
        feed.event("a", "Une", monday, "").event("b", "Deux", monday.plusSeconds(86_400), "");
        feed.event("c", "Avant", monday.minusSeconds(6 * 86_400), "");
        connect();
        String week =
                Pages.require(get(elodie, ROOM)).select("form[action*=/weeks/]").attr("action");
        assertThat(send(elodie, week, Map.of())).hasStatus(303);
        assertThat(asked()).containsExactly("Avant");
        Instant at = db.sql("SELECT DISTINCT at FROM plan.calendar_answer")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(send(elodie, ROOM + "/undo/" + at, Map.of())).hasStatus(303);
        assertThat(asked()).hasSize(3);
        assertThat(send(elodie, ROOM + "/undo/hier", Map.of())).hasStatus(404);
        assertThat(send(elodie, ROOM + "/weeks/2026-11-10/dismiss", Map.of())).hasStatus(404);
    }

    @Test
    void dismissesPostponedEntryWithItsNewWeek() {
        Week old = Week.of(settings.today()).plus(-3);
        Instant monday = old.monday().atTime(15, 0).toInstant(java.time.ZoneOffset.UTC);
        feed.event("a", "Remise", monday, "").event("b", "Restée", monday.plusSeconds(86_400), "");
        connect();
        press(row(Pages.require(get(elodie, ROOM)), "Remise"), "postpone");
        db.sql("UPDATE plan.calendar_answer SET again_on = ?")
                .param(settings.today())
                .update();
        assertThat(send(elodie, ROOM + "/weeks/" + old.monday() + "/dismiss", Map.of()))
                .hasStatus(303);
        assertThat(asked()).containsExactly("Remise");
        assertThat(send(elodie, ROOM + "/weeks/" + Week.of(settings.today()).monday() + "/dismiss", Map.of()))
                .hasStatus(303);
        assertThat(asked()).isEmpty();
    }

    @Test
    void refusesNewDayWithoutPostponement() {
        feed.event("a", "Rencontre", 2);
        connect();
        Element row = row(Pages.require(get(elodie, ROOM)), "Rencontre");
        assertThat(send(
                        elodie,
                        ROOM + "/entries/" + entry(row) + "/again-on",
                        Map.of("on", settings.today().plusDays(3).toString())))
                .hasStatus(404);
    }

    @Test
    void countsMeetingRecordedByColleagueOnce() {
        feed.event("commune", "Concertation sur la transition", 2);
        connect();
        assertThat(press(row(Pages.require(get(elodie, "/")), "Concertation"), "done"))
                .hasStatus(303);
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.STAFF);
        assertThat(send(luc, ROOM + "/connect", Map.of("address", feed.address())))
                .hasStatus(303);
        Element row = row(Pages.require(get(luc, "/")), "Concertation");
        assertThat(row.text()).contains("Déjà inscrit");
        assertThat(send(luc, row.select("form[action*=/done]").attr("action"), Map.of()))
                .hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
        assertThat(Pages.require(get(luc, "/")).text()).doesNotContain("Est-ce arrivé?");
    }

    @Test
    void proposesHoursOfPastEntriesNotDismissed() {
        feed.event("a", "Concertation sur la transition", 7)
                .event("b", "Comité interne", 7)
                .event("c", "Dentiste", 7);
        feed.day("d", "Congrès", settings.today().minusDays(7));
        connect();
        crew.contract(
                crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR),
                elodie,
                settings.today().minusYears(1),
                ContractSource.PERMANENT);
        press(row(Pages.require(get(elodie, ROOM)), "Dentiste"), "dismiss");
        LocalDate day = settings.dayOf(CalendarFeedServer.moment(7));
        Document week = Pages.require(get(elodie, "/plan/time/week/" + Week.of(day)));
        assertThat(week.select("tbody.proposed").text()).contains("3.3");
        int column = day.getDayOfWeek().getValue() - 1;
        assertThat(week.select("input[name^=h][name$=_" + column + "]").eachAttr("value"))
                .containsExactly("2", "2");
    }

    @Test
    void proposesMeetingRecordedByColleagueOnce() {
        feed.event("commune", "Concertation sur la transition", 7);
        connect();
        assertThat(press(row(Pages.require(get(elodie, ROOM)), "Concertation"), "done"))
                .hasStatus(303);
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.STAFF);
        Actor maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        for (Actor each : List.of(elodie, luc)) {
            crew.contract(maryse, each, settings.today().minusYears(1), ContractSource.PERMANENT);
        }
        assertThat(send(luc, ROOM + "/connect", Map.of("address", feed.address())))
                .hasStatus(303);
        assertThat(proposed(luc)).as("before he answers").containsExactly("2");
        String done = row(Pages.require(get(luc, ROOM)), "Concertation")
                .select("form[action*=/done]")
                .attr("action");
        assertThat(send(luc, done, Map.of())).hasStatus(303);
        assertThat(proposed(luc)).as("once he answered").containsExactly("2");
        assertThat(proposed(elodie)).as("names the person who recorded it").containsExactly("2");
        assertThat(send(elodie, ROOM + "/connect", Map.of("address", feed.address())))
                .hasStatus(303);
        assertThat(proposed(elodie)).as("read in two calendars").containsExactly("2");
        db.sql("DELETE FROM plan.calendar_answer WHERE owner = ?")
                .param(elodie.id())
                .update();
        assertThat(proposed(elodie)).as("asked again").containsExactly("2");
    }

    /** The proposed hours of the meeting a week ago. */
    private List<String> proposed(Actor who) {
        LocalDate day = settings.dayOf(CalendarFeedServer.moment(7));
        Document week = Pages.require(get(who, "/plan/time/week/" + Week.of(day)));
        assertThat(week.select("tbody.proposed").text()).contains("3.3", "Concertation sur la transition");
        int column = day.getDayOfWeek().getValue() - 1;
        return week.select("tbody.proposed input[name^=h][name$=_" + column + "]")
                .eachAttr("value");
    }
}
