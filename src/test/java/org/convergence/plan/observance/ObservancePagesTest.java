package org.convergence.plan.observance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A day returns weeks ahead each year, until it is said what becomes of it. */
@ModuleTest
class ObservancePagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcClient db;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noDays() {
        users.ensureOrganisation();
        db.sql("DELETE FROM plan.observance").update();
        today = settings.today();
    }

    private String day(String name, LocalDate date, int weeksAhead) {
        MvcTestResult answer = pages.as(Role.COORDINATOR)
                .post(
                        "/plan/observance/new",
                        "name=" + name,
                        "day=" + Math.min(date.getDayOfMonth(), 28),
                        "month=" + date.getMonth(),
                        "weeksAhead=" + weeksAhead,
                        "note=Prévenir les partenaires.");
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    /** The address at which one says what becomes of the date that the page shows. */
    private String answer(String url) {
        return pages.as(Role.COORDINATOR)
                .open(url)
                .select("form[action~=/(prepared|reopen)$]")
                .attr("action")
                .replaceAll("/(prepared|reopen)$", "");
    }

    private String home() {
        return pages.as(Role.COORDINATOR).open("/?all=true").select("main").text();
    }

    @Test
    void returnsOnTheHomePageWeeksAhead() {
        String soon = day("Journée des coopératives", today.plusDays(35), 6);
        day("Journée lointaine", today.plusDays(150), 4);
        assertThat(home()).contains("Préparer : Journée des coopératives").doesNotContain("Journée lointaine");

        assertThat(pages.as(Role.COORDINATOR).post(answer(soon) + "/prepared")).hasStatus(303);
        assertThat(home()).doesNotContain("Préparer : Journée des coopératives");
        assertThat(pages.as(Role.COORDINATOR).open(soon).text()).contains("Prêt", "Prévenir les partenaires.");

        assertThat(pages.as(Role.COORDINATOR).post(answer(soon) + "/reopen")).hasStatus(303);
        assertThat(home()).contains("Préparer : Journée des coopératives");
        assertThat(pages.as(Role.COORDINATOR).post(soon + "/end")).hasStatus(303);
        assertThat(home()).doesNotContain("Préparer : Journée des coopératives");
    }

    @Test
    void wellKnownDayIsFollowedInOneGestureAndKeepsItsNote() {
        Document list = pages.as(Role.COORDINATOR).open("/plan/observance");
        assertThat(list.text()).contains("Journée internationale des droits des femmes");
        assertThat(pages.as(Role.COORDINATOR).post("/plan/observance/known/WOMEN"))
                .hasStatus(303);
        db.sql("UPDATE plan.observance SET note = 'Marche à midi', ended_on = ?")
                .param(today)
                .update();
        assertThat(pages.as(Role.COORDINATOR).post("/plan/observance/known/WOMEN"))
                .hasStatus(303);
        assertThat(db.sql("SELECT note FROM plan.observance WHERE known = 'WOMEN' AND ended_on IS NULL")
                        .query(String.class)
                        .list())
                .containsExactly("Marche à midi");
        assertThat(pages.as(Role.COORDINATOR).post("/plan/observance/known/NOTHING"))
                .hasStatus(404);
    }

    @Test
    void dayThatPassedWithoutAnswerIsNoLongerAskedFor() {
        String url = day("Fête passée", today.minusDays(12), 2);
        db.sql("UPDATE plan.observance SET since = ?")
                .param(today.minusYears(1))
                .update();
        assertThat(home()).contains("Préparer : Fête passée");
        works.stream().filter(each -> each.name().equals("observance-sweep")).forEach(RecurringWork::run);
        assertThat(db.sql("SELECT state FROM plan.observance_year ORDER BY year")
                        .query(String.class)
                        .list())
                .contains("PASSED");
        assertThat(home()).doesNotContain("Préparer : Fête passée");
        assertThat(pages.as(Role.COORDINATOR).open(url).text()).contains("À préparer dès le");
    }

    @Test
    void refusesDayThatDoesNotComeEachYearAndTheSameDayTwice() {
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/plan/observance/new", "name=Bissextile", "day=29", "month=FEBRUARY", "weeksAhead=3"))
                .hasStatus(422);
        day("Journée des coopératives", today.plusDays(35), 6);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/plan/observance/new",
                                "name=Journée des coopératives",
                                "day=2",
                                "month=MAY",
                                "weeksAhead=3"))
                .hasStatus(422);
    }
}
