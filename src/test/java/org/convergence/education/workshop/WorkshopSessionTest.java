package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.identity.Role;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A session from its date to its anonymous evaluation. */
@ModuleTest
class WorkshopSessionTest {

    private static final String SESSIONS = "/education/workshop/sessions/";
    private static final String EVALUATION = "/public/evaluation/";

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private WorkshopSessionService sessions;

    @Autowired
    private ConcurrentActions concurrent;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @Test
    void twoPeopleCannotScheduleOneFacilitatorForOneDay() {
        List<WorkshopSessionId> made = new ArrayList<>();
        Runnable schedule = () -> made.add(sessions.schedule(fixture.facts(fixture.wished())));
        var second = concurrent.runBeforeCommit(fixture.staff(), schedule, schedule);
        assertThat(made).hasSize(1);
        assertThat(second.thrown()).isInstanceOf(Refused.class);
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF)
                        .post(
                                SESSIONS + "new",
                                "workshop=" + fixture.workshop(),
                                "day=" + fixture.wished(),
                                "hours=4",
                                "facilitators=" + fixture.facilitator())))
                .contains("Ana Roy anime déjà « Le fil du coton »");
    }

    @Test
    void aSessionMovedOrCancelledTellsTheAskerFirst() {
        fixture.ask("mail=groupe@ecole.example", "first=" + fixture.wished());
        fixture.schedule("/education/workshop/requests/" + fixture.only("workshop_request"), fixture.wished());
        String session = SESSIONS + fixture.only("workshop_session");
        markSent();
        MvcTestResult moved = pages.as(Role.STAFF)
                .post(
                        session + "/move",
                        "version=1",
                        "workshop=" + fixture.workshop(),
                        "day=" + fixture.wished().plusYears(1),
                        "facilitators=" + fixture.facilitator(),
                        "hours=4");
        assertThat(WorkshopFixture.text(moved)).contains("La date a changé.");
        MvcTestResult kept = fixture.confirm(session + "/move", moved);
        assertThat(kept).hasStatus(303);
        assertThat(Pages.notice(kept)).contains("workshop.session.moved.waits");
        assertThat(fixture.main(session)).contains("Dernière lettre au groupe Atelier déplacé : en attente d’envoi");
        assertThat(fixture.main("/education/workshop/facilitators")).contains("Il reste 10 h sur 10 h");
        MvcTestResult cancelled = pages.as(Role.STAFF).post(session + "/cancel");
        assertThat(WorkshopFixture.text(cancelled)).contains("Nous devons annuler");
        assertThat(fixture.main(session)).contains("Prévue");
        assertThat(fixture.confirm(session + "/cancel", cancelled)).hasStatus(303);
        assertThat(fixture.main(session)).contains("Annulée").doesNotContain("Elle ouvre le");
        assertThat(fixture.count("education.workshop_request WHERE state = 'CLARIFYING'"))
                .isOne();
        assertThat(pages.as(Role.STAFF).post(session + "/restore")).hasStatus(303);
        assertThat(fixture.main(session)).contains("Prévue");
        fixture.confirm(session + "/cancel", pages.as(Role.STAFF).post(session + "/cancel"));
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE purpose = 'workshop_cancelled'")
                .update();
        assertThat(pages.as(Role.STAFF).post(session + "/restore"))
                .as("the group has the letter")
                .hasStatus(422);
        assertThat(fixture.main(session)).contains("Annulée");
    }

    private void markSent() {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
    }

    @Test
    void aGroupThatWasNotToldYetGetsTheNewDateOnlyAndNoCancellation() {
        fixture.ask("mail=groupe@ecole.example", "first=" + fixture.wished());
        markSent();
        fixture.schedule("/education/workshop/requests/" + fixture.only("workshop_request"), fixture.wished());
        String session = SESSIONS + fixture.only("workshop_session");
        MvcTestResult moved = pages.as(Role.STAFF)
                .post(
                        session + "/move",
                        "version=1",
                        "workshop=" + fixture.workshop(),
                        "day=" + fixture.wished().plusDays(5),
                        "hours=4");
        assertThat(WorkshopFixture.text(moved))
                .contains("C’est confirmé", "Ce n’est pas une des dates que vous souhaitiez")
                .doesNotContain("La date a changé.");
        assertThat(fixture.confirm(session + "/move", moved)).hasStatus(303);
        assertThat(withholdingReasons()).as("the first is withheld at once").containsExactly("");

        assertThat(Pages.notice(pages.as(Role.STAFF).post(session + "/cancel")))
                .contains("workshop.session.cancelled.unannounced", session + "/restore");
        assertThat(fixture.count("platform.mail_message WHERE purpose = 'workshop_cancelled'"))
                .isZero();
        assertThat(withholdingReasons()).isEmpty();
        assertThat(Pages.notice(pages.as(Role.STAFF).post(session + "/restore")))
                .contains("restored.waits");
        assertThat(withholdingReasons()).containsExactly("");
    }

    /** Why each letter in the queue is withheld; empty if it leaves. */
    private List<String> withholdingReasons() {
        return db
                .sql("SELECT * FROM platform.mail_message WHERE state = 'QUEUED' ORDER BY posted_at, id")
                .query((row, n) -> new BodyCompleter.WaitingLetter(
                        row.getObject("record_id", UUID.class),
                        row.getString("recipient"),
                        row.getString("purpose"),
                        null,
                        row.getTimestamp("posted_at").toInstant()))
                .list()
                .stream()
                .map(letter -> completers.stream()
                        .filter(each -> each.name().equals("workshop_request"))
                        .map(each -> each.withholdingReason(letter).orElse(""))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Autowired
    private List<BodyCompleter> completers;

    @Test
    void aSessionOfYesterdayIsToConfirmAndAFacilitatorToChoose() {
        String session = SESSIONS + fixture.held(20, false).value();
        assertThat(fixture.main(session)).contains("À choisir").doesNotContain("Le groupe anime lui-même");
        assertThat(fixture.main(SESSIONS.substring(0, SESSIONS.length() - 1))).contains("Prévue");
        db.sql("UPDATE education.workshop_session SET day = ?, self_led = true")
                .param(settings.today().minusDays(1))
                .update();
        assertThat(fixture.main(SESSIONS.substring(0, SESSIONS.length() - 1))).doesNotContain("Local", "À confirmer");
        assertThat(fixture.main(SESSIONS.substring(0, SESSIONS.length() - 1) + "?past=true"))
                .contains("À confirmer");
        assertThat(fixture.main(session)).contains("Le groupe anime lui-même");
    }

    @Test
    void aSessionHeldIsOneRealisationAndIsTakenBack() {
        String session = SESSIONS + fixture.held(20, false).value();
        assertThat(fixture.main(session)).contains("Prévue", "C’est fait?");
        assertThat(pages.as(Role.STAFF).post(session + "/hold", "version=1", "people=20"))
                .hasStatus(303);
        assertThat(fixture.count(
                        "plan.realisation_summary WHERE state = 'DONE' AND title LIKE 'Atelier%fil du coton%'"))
                .isOne();
        var page = pages.as(Role.COORDINATOR).open(session);
        assertThat(pages.as(Role.COORDINATOR)
                        .open(page.select("a:contains(Réalisation et photos)").attr("href"))
                        .text())
                .contains("Le fil du coton");
        assertThat(page.select("a:contains(Noter une dépense)").attr("href"))
                .startsWith("/resources/spending/new?from=education.workshop");
        assertThat(pages.as(Role.STAFF).post(session + "/unhold")).hasStatus(303);
        assertThat(fixture.count("plan.realisation_summary WHERE state = 'DONE' AND title LIKE 'Atelier%coton%'"))
                .isZero();
        pages.as(Role.STAFF).post(session + "/hold", "version=3", "people=21", "women=12", "men=7");
        assertThat(fixture.count("plan.realisation WHERE women = 12 AND men = 7 AND not_stated = 2"))
                .isOne();
        assertThat(fixture.count("plan.realisation_summary WHERE title LIKE 'Atelier%fil du coton%'"))
                .as("the same realisation")
                .isOne();
        assertThat(pages.as(Role.STAFF).get(session + "/sheet.pdf")).hasStatusOk();
    }

    @Test
    void aClassOf35OnOneAddressIsNotRefusedAndStaysAnonymous() {
        WorkshopSessionId session = fixture.held(35, true);
        String link = EVALUATION + session.value();
        for (int i = 0; i < 35; i++) {
            for (int look = 0; look < 3; look++) {
                assertThat(pages.asStranger().get(link)).hasStatusOk();
            }
            assertThat(fixture.evaluate(session, i < 30 ? "learned=YES" : "learned=NO", "useful=SOMEWHAT"))
                    .as("answer " + i)
                    .hasStatus(303);
        }
        assertThat(fixture.evaluate(session)).as("a blank answer").hasStatus(422);
        List<UUID> open = db.sql("SELECT id FROM education.workshop_open_answer")
                .query(UUID.class)
                .list();
        assertThat(open).hasSize(35).allMatch(id -> id.version() == 4);
        assertThat(fixture.main(SESSIONS + session.value()))
                .contains("Ouverte. 35 réponses")
                .doesNotContain("Oui 30");
        assertThat(pages.as(Role.STAFF).post(SESSIONS + session.value() + "/close"))
                .hasStatus(303);
        assertThat(fixture.count("education.workshop_open_answer")).isZero();
        List<UUID> closed = db.sql("SELECT id FROM education.workshop_answer")
                .query(UUID.class)
                .list();
        assertThat(closed).hasSize(35).doesNotContainAnyElementsOf(open);
        assertThat(db.sql("SELECT learned FROM education.workshop_answer")
                        .query(String.class)
                        .list()
                        .subList(30, 35))
                .as("the order in which they came, with odds of one in 324,632")
                .isNotEqualTo(List.of("NO", "NO", "NO", "NO", "NO"));
        assertThat(fixture.count("platform.audit_entry WHERE table_name LIKE 'education.workshop_%answer'"))
                .isZero();
        assertThat(fixture.main(SESSIONS + session.value())).contains("35 réponses", "Oui 30 · un peu 0 · non 5");
        assertThat(fixture.evaluate(session, "learned=YES")).as("closed").hasStatus(422);
    }

    @Test
    void aProgramSchedulesAWorkshopByItsTitle() {
        for (String title : List.of("Le vrai prix d’un t-shirt", "le vrai prix d'un T-shirt")) {
            MvcTestResult made = mvc.post()
                    .uri("/api/v1/sessions")
                    .with(users.as(Role.STAFF))
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"workshop\": \"%s\", \"day\": \"%s\", \"hours\": 2}"
                            .formatted(title, settings.today().plusDays(9)))
                    .exchange();
            assertThat(made).as(WorkshopFixture.text(made)).hasStatus(201);
        }
        assertThat(db.sql("SELECT count(*) FROM education.workshop WHERE title LIKE 'Le vrai prix%' AND minutes = 120")
                        .query(Integer.class)
                        .single())
                .as("added once")
                .isEqualTo(1);
    }

    /** Vector 11 through the pages and the interface for programs. */
    @Test
    void fourAnswersAreHiddenAndCountInNoTotal() {
        WorkshopSessionId shown = fixture.held(12, true);
        WorkshopSessionId hidden = fixture.held(4, true);
        for (WorkshopSessionId session : List.of(shown, hidden)) {
            for (int i = 0; i < (session.equals(shown) ? 12 : 4); i++) {
                fixture.evaluate(session, "learned=YES", "recommend=YES");
            }
            pages.as(Role.STAFF).post(SESSIONS + session.value() + "/close");
        }
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF).get("/api/v1/sessions/" + shown.value() + "/evaluation")))
                .contains("\"hidden\":false", "\"answers\":12", "\"yes\":12");
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF).get("/api/v1/sessions/" + hidden.value() + "/evaluation")))
                .contains("\"hidden\":true")
                .doesNotContain("\"yes\":4");
        assertThat(fixture.main("/education/workshop/catalogue/" + fixture.workshop()))
                .contains("12 réponses de 1 séance. 1 séance de moins de 5 réponses n’y est pas", "Oui 12")
                .doesNotContain("16", "Oui 4");
        db.sql("DELETE FROM education.workshop_answer WHERE session = ?")
                .param(shown.value())
                .update();
        assertThat(fixture.main("/education/workshop/catalogue/" + fixture.workshop()))
                .contains("Pas encore montrée");
    }
}
