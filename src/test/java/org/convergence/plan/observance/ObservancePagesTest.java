package org.convergence.plan.observance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
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

    @Autowired
    private RealisationFixture plans;

    @Autowired
    private RealisationRecorder realisations;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noDays() {
        users.ensureOrganisation();
        db.sql("DELETE FROM plan.observance").update();
        today = settings.today();
    }

    private String day(String name, LocalDate date, int weeksAhead, String... more) {
        MvcTestResult answer = pages.as(Role.COORDINATOR)
                .post(
                        "/plan/observance/new",
                        Stream.concat(
                                        Stream.of(
                                                "name=" + name,
                                                "day=" + Math.min(date.getDayOfMonth(), 28),
                                                "month=" + date.getMonth(),
                                                "weeksAhead=" + weeksAhead,
                                                "note=Prévenir les partenaires."),
                                        Stream.of(more))
                                .toArray(String[]::new));
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
        assertThat(pages.as(Role.COORDINATOR).open("/plan/observance").text())
                .contains("contre le travail des enfants");
        day("Notre 12 juin", LocalDate.of(today.getYear() + 1, 6, 12), 4);
        assertThat(pages.as(Role.COORDINATOR).open("/plan/observance").text())
                .as("a typed day is not offered again")
                .doesNotContain("contre le travail des enfants");
    }

    @Test
    void dayThatPassedWithoutAnswerIsNoLongerAskedFor() {
        String url = day("Fête passée", today.minusDays(12), 2);
        db.sql("UPDATE plan.observance SET since = ?")
                .param(today.minusYears(1))
                .update();
        assertThat(home())
                .as("after its day, nothing is to be prepared")
                .contains("Dire si ça a eu lieu : Fête passée", "Depuis le")
                .doesNotContain("Préparer : Fête passée");
        works.stream().filter(each -> each.name().equals("observance-sweep")).forEach(RecurringWork::run);
        assertThat(db.sql("SELECT state FROM plan.observance_year ORDER BY year")
                        .query(String.class)
                        .list())
                .contains("PASSED");
        assertThat(home()).doesNotContain("ça a eu lieu : Fête passée");
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

    @Test
    void dateThatMovesIsAskedForEachYear() {
        String url = day("Semaine de la solidarité", today.plusDays(20), 6, "moves=true");
        assertThat(home()).contains("Préparer : Semaine de la solidarité", "Date à confirmer");
        Document page = pages.as(Role.COORDINATOR).open(url);
        String action = page.select("form[action$=/date]").attr("action");
        int year = Integer.parseInt(action.replaceAll(".*/(\\d{4})/date$", "$1"));
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate said = today.plusDays(24).isAfter(last) ? last : today.plusDays(24);
        assertThat(pages.as(Role.COORDINATOR).post(action, "date=" + said.plusYears(1)))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(action, "date=" + said)).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(url).select(".head").text())
                .contains(String.valueOf(said.getDayOfMonth()))
                .doesNotContain("confirmer");
        assertThat(home()).contains("Préparer : Semaine de la solidarité").doesNotContain("Date à confirmer");

        assertThat(pages.as(Role.COORDINATOR).post(answer(url) + "/prepared")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(answer(url) + "/reopen")).hasStatus(303);
        assertThat(home()).contains("Préparer : Semaine de la solidarité").doesNotContain("Date à confirmer");
        assertThat(pages.as(Role.COORDINATOR).post(action, "date=")).hasStatus(303);
        assertThat(home()).contains("Date à confirmer");
    }

    @Test
    void deadlineIsLateOnlyAfterItsDayAndUntilItIsDone() {
        day("Registre des entreprises", today.plusDays(9), 6, "kind=DEADLINE");
        assertThat(home()).contains("Registre des entreprises").doesNotContain("Préparer : Registre");
        String late = day("Prime d’assurance", today.minusDays(12), 6, "kind=DEADLINE");
        db.sql("UPDATE plan.observance SET since = ?")
                .param(today.minusDays(60))
                .update();
        works.stream().filter(each -> each.name().equals("observance-sweep")).forEach(RecurringWork::run);
        assertThat(home()).containsPattern("En retard de 1\\d jours?[^.]*Prime d’assurance");
        Document page = pages.as(Role.COORDINATOR).open(late);
        assertThat(page.select("form[action$=/prepared] button").text()).isEqualTo("C’est fait");
        assertThat(pages.as(Role.COORDINATOR).post(answer(late) + "/prepared")).hasStatus(303);
        assertThat(home()).doesNotContain("Prime d’assurance");
        assertThat(pages.as(Role.COORDINATOR).open(late).select(".head").text())
                .contains(today.minusDays(12).getYear() + " : Fait", "Annuler")
                .doesNotContain("C’est fait");
        assertThat(pages.as(Role.COORDINATOR).post(answer(late) + "/reopen")).hasStatus(303);
        assertThat(home()).contains("Prime d’assurance");
    }

    @Test
    void deadlineTypedAfterItFellIsLateUntilItIsAnswered() {
        String late = day("Nom de domaine", today.minusDays(20), 6, "kind=DEADLINE");
        day("Vieux délai", today.minusDays(50), 6, "kind=DEADLINE");
        String feast = day("Fête d’hier", today.minusDays(1), 6);
        assertThat(home()).containsPattern("En retard de 2\\d jours[^.]*Nom de domaine");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/?all=true")
                        .select("main li")
                        .eachText())
                .as("missed too long before it was typed, and a day that needs no answer")
                .noneMatch(each -> each.contains("Vieux délai") || each.contains("Fête d’hier"));
        assertThat(pages.as(Role.COORDINATOR).open("/plan/observance").text())
                .contains("En retard : dites si c’est fait");
        assertThat(pages.as(Role.COORDINATOR).open(late).select(".head").text())
                .contains("En retard : dites si c’est fait");
        assertThat(pages.as(Role.COORDINATOR).post(answer(late) + "/skip")).hasStatus(303);
        assertThat(home()).doesNotContain("Nom de domaine");

        db.sql("UPDATE plan.observance SET since = since - 7").update();
        Document passed = pages.as(Role.COORDINATOR).open(feast);
        assertThat(passed.select(".head").text()).contains("Passé : dites si ça a eu lieu", "Ça ne s’est pas fait");
        assertThat(pages.as(Role.COORDINATOR).post(answer(feast) + "/prepared")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(feast).select(".head").text())
                .contains("Fait")
                .doesNotContain("Prêt");
        assertThat(pages.as(Role.COORDINATOR).open(late).select(".head").text()).contains("Pas cette fois");
    }

    @Test
    void movingDayIsOfferedWithItsDateToConfirm() {
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/plan/observance")
                        .select("li:contains(Journées québécoises de la solidarité)")
                        .text())
                .contains("Date à confirmer (vers le");
    }

    @Test
    void tellsHowItIsDoneAndWhatWasDoneLastYear() {
        LocalDate day = today.plusDays(35);
        PlanId plan = plans.plan("Plan des journées", today.minusMonths(6));
        ActionId line = plans.action(plan, plans.means(plan, "1.1", "Journées"), "Marquer la journée des coopératives");
        RealisationId march = CurrentActor.callAs(
                RealisationFixture.COORDINATOR,
                () -> realisations.record(new RecordRealisationCommand(
                        RealisationState.DONE,
                        RealisationFixture.workshop("Marche de l’an dernier", day.minusYears(1)),
                        Amounts.UNKNOWN,
                        PlanAttribution.serving(Set.of(line)),
                        null)));
        db.sql("UPDATE plan.realisation SET staff_hours = 12 WHERE id = ?")
                .param(march.value())
                .update();
        attach(march, "affiche.pdf", "PAPER");
        attach(march, "presences.pdf", "ATTENDANCE");
        UUID howTo = Ids.next();
        db.sql("INSERT INTO plan.howto (id, title, text) VALUES (?, 'Organiser une marche', ?)")
                .params(howTo, "## Six semaines avant\n\n- Demander le **permis**.\n- Prévenir les groupes.")
                .update();
        db.sql("INSERT INTO plan.howto_line (howto, action) VALUES (?, ?)")
                .params(howTo, line.value())
                .update();

        String url = day("Journée des coopératives", day, 6, "line=" + line.value());
        Document page = pages.as(Role.COORDINATOR).open(url);
        assertThat(page.text())
                .contains("Organiser une marche", "Demander le permis", "Marche de l’an dernier", "12 h");
        assertThat(page.select("a[href^=/platform/document/]").eachText()).containsExactly("affiche.pdf");
        assertThat(home()).contains("l’an dernier : 12 h, un fichier · marche à suivre : Organiser une marche");
    }

    private void attach(RealisationId realisation, String name, String kind) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO platform.document (id, name, media_type, bytes, sha256, uploaded_by, uploaded_at)
                        VALUES (?, ?, 'application/pdf', 1, ?, ?, now())""").params(id, name, new byte[32], id).update();
        db.sql("INSERT INTO plan.realisation_document (document, realisation, kind) VALUES (?, ?, ?)")
                .params(id, realisation.value(), kind)
                .update();
    }
}
