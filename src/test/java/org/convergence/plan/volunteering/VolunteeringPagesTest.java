package org.convergence.plan.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
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

/** A task is offered by its link, taken without an account, and becomes one realisation with the hours of all. */
@ModuleTest
class VolunteeringPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcClient db;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private Clock clock;

    @Autowired
    private List<BodyCompleter> completers;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noTasks() {
        users.ensureOrganisation();
        db.sql("DELETE FROM plan.volunteering_task").update();
        db.sql("DELETE FROM platform.mail_message").update();
        today = settings.today();
    }

    private String offer(int places) {
        MvcTestResult answer = pages.as(Role.COORDINATOR)
                .post(
                        "/plan/volunteering/new",
                        "what=Traduire la lettre aux membres",
                        "detail=Une page, vers l'espagnol.",
                        "hours=3",
                        "dueOn=" + today.plusDays(10),
                        "places=" + places);
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private static String link(String url) {
        return url.replace("/plan/", "/public/");
    }

    private MvcTestResult take(String url, String name, String mail) {
        return pages.asStranger()
                .post(
                        link(url),
                        form -> form.field("name", name)
                                .field("mail", mail)
                                .field(
                                        FormShield.OPENED,
                                        guard.shield(
                                                        "volunteering",
                                                        clock.instant().minus(Duration.ofSeconds(30)))
                                                .opened()));
    }

    private Document page(String url) {
        return pages.as(Role.COORDINATOR).open(url);
    }

    private List<String> signUps() {
        return db.sql("SELECT concat_ws(' ', name, state, hours) FROM plan.volunteering_sign_up ORDER BY taken_at, id")
                .query(String.class)
                .list();
    }

    @Test
    void isTakenByItsLinkWithoutAccount() {
        String url = offer(1);
        assertThat(page(url).select("#task-link").attr("value")).endsWith(link(url));
        Document open = pages.asStranger().open(link(url));
        assertThat(open.text()).contains("Traduire la lettre aux membres", "3 h par personne", "Je m’en charge");

        assertThat(take(url, "Noé O'Bomsawin", "noe@exemple.test")).hasStatus(303);
        assertThat(take(url, "Noé O'Bomsawin", "NOE@exemple.test")).hasStatus(303);
        assertThat(signUps()).as("sent twice, taken once").containsExactly("Noé O'Bomsawin TAKEN");
        assertThat(db.sql("SELECT recipient FROM platform.mail_message")
                        .query(String.class)
                        .list())
                .containsExactly("noe@exemple.test");
        assertThat(pages.asStranger().open(link(url)).text())
                .contains("On ne peut plus prendre cette tâche")
                .doesNotContain("Noé", "noe@");
        assertThat(take(url, "Ana", "ana@exemple.test")).hasStatus(422);
    }

    @Test
    void whatWasDoneBecomesOneRealisationWithTheHoursOfAll() {
        String url = offer(2);
        take(url, "Noé", "noe@exemple.test");
        pages.as(Role.COORDINATOR).post(url + "/sign-ups", "name=Ana");
        List<String> gestures = page(url).select("form[action$=/complete]").eachAttr("action");
        assertThat(gestures).hasSize(2);

        assertThat(pages.as(Role.COORDINATOR).post(gestures.get(0), "hours=0")).hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(gestures.get(0), "hours=2,5"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(gestures.get(1), "hours=4")).hasStatus(303);
        assertThat(signUps()).containsExactly("Noé DONE 2.50", "Ana DONE 4.00");
        assertThat(realisation()).containsExactly("DONE 6.50");

        for (String each : gestures) {
            pages.as(Role.COORDINATOR).post(each.replace("/complete", "/reopen"));
        }
        assertThat(realisation()).containsExactly("WITHDRAWN 4.00");
    }

    private List<String> realisation() {
        return db.sql("""
                        SELECT concat_ws(' ', state, volunteer_hours) FROM plan.realisation
                         WHERE title = 'Traduire la lettre aux membres'
                        """).query(String.class).list();
    }

    @Test
    void placeGivenBackIsFreeAgain() {
        String url = offer(1);
        take(url, "Noé", "noe@exemple.test");
        String release = page(url).select("form[action$=/release]").attr("action");
        assertThat(pages.as(Role.COORDINATOR).post(release)).hasStatus(303);
        assertThat(take(url, "Ana", "ana@exemple.test")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(release.replace("/release", "/reopen")))
                .as("the place is taken")
                .hasStatus(422);
    }

    @Test
    void letterSaysTheDayOfTheTaskWhenItLeavesUnlessThePlaceIsFreeAgain() {
        String url = offer(2);
        take(url, "Noé", "noe@exemple.test");
        take(url, "Ana", "ana@exemple.test");
        LocalDate later = today.plusDays(20);
        pages.as(Role.COORDINATOR)
                .post(url + "/edit", "version=1", "what=Relire la lettre", "dueOn=" + later, "places=2");
        List<String> releases = page(url).select("form[action$=/release]").eachAttr("action");
        assertThat(page(url).text()).contains("Lettre qui le confirme", "En attente d’envoi");

        pages.as(Role.COORDINATOR).post(releases.get(1));
        assertThat(page(url).text()).contains("Retenu la place est libre de nouveau");
        List<UUID> taken = db.sql("SELECT about FROM platform.mail_message WHERE state = 'QUEUED'")
                .query(UUID.class)
                .list();
        assertThat(taken).hasSize(1);
        assertThat(completers.stream()
                        .filter(each -> each.name().equals("volunteering_taken"))
                        .findFirst()
                        .orElseThrow()
                        .complete(taken.get(0))
                        .get("task"))
                .contains("Relire la lettre", later.getDayOfMonth() + " ");
    }

    @Test
    void endedOfferIsNotTakenAndWrongLinkIsNotFound() {
        String url = offer(3);
        pages.as(Role.COORDINATOR).post(url + "/close");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/plan/volunteering")
                        .select("li:has(a[href=" + url + "])")
                        .text())
                .as("before its day")
                .contains("Fermée");
        assertThat(take(url, "Noé", "noe@exemple.test")).hasStatus(422);
        assertThat(pages.asStranger().get("/public/volunteering/019d0000-0000-7000-8000-000000000000"))
                .hasStatus(404);
        assertThat(take(url, "Noé", "pas une adresse")).hasStatus(422);
    }
}
