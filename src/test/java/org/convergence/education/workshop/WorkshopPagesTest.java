package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.domain.Facilitator.FacilitatorFacts;
import org.convergence.education.workshop.domain.Workshop.WorkshopFacts;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A workshop from its request to its anonymous evaluation. */
@ModuleTest
class WorkshopPagesTest {

    private static final String REQUESTS = "/education/workshop/requests/";
    private static final String SESSIONS = "/education/workshop/sessions/";
    private static final String EVALUATION = "/public/evaluation/";

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private TestUsers users;

    @Autowired
    private Pages pages;

    @Autowired
    private WorkshopCatalogue catalogue;

    @Autowired
    private WorkshopSessionService sessions;

    @Autowired
    private ConcurrentActions concurrent;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    private Actor staff = Actor.system("test");
    private WorkshopId workshop = new WorkshopId(new UUID(0, 0));
    private FacilitatorId facilitator = new FacilitatorId(new UUID(0, 0));
    private LocalDate wished = LocalDate.EPOCH;

    @BeforeEach
    void prepareCatalogue() {
        people.prepare();
        for (String table : List.of(
                "workshop_open_answer",
                "workshop_answer",
                "workshop_session",
                "workshop_request",
                "workshop_mastery",
                "workshop_facilitator",
                "workshop_capacity",
                "workshop")) {
            db.sql("DELETE FROM education." + table).update();
        }
        db.sql("DELETE FROM platform.mail_message").update();
        staff = users.actor(Role.STAFF);
        wished = settings.today().plusDays(30);
        PersonId ana = people.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Animation");
        CurrentActor.runAs(staff, () -> {
            workshop = catalogue.create(new WorkshopFacts(
                    "Le fil du coton", "Textile", 90, List.of("fr"), "Accueil (5 min)", true, null, null));
            facilitator = catalogue.addFacilitator(
                    ana, new FacilitatorFacts(List.of("QC-06"), "", true, List.of(workshop.value())));
            catalogue.setCapacity(wished.getYear(), BigDecimal.valueOf(10));
        });
    }

    @Test
    void aRequestByTheFormBecomesADateInThreeGestures() {
        assertThat(Pages.parse(pages.asStranger().get("/public/workshops?in=es"))
                        .text())
                .contains("Nuestros talleres", "Le fil du coton");
        String status = ask("mail=groupe@ecole.example", "first=" + wished, "access=Rampe");
        assertThat(text(pages.asStranger().get(status))).contains("Bien reçu, merci! Réponse d’ici le");
        assertThat(count("platform.mail_message WHERE purpose = 'workshop_received'"))
                .isOne();
        String request = REQUESTS + only("workshop_request");
        assertThat(main(request)).contains("Il reste 10 h sur 10 h", "Ana Roy, libre pour cet atelier", "Rampe");

        assertThat(main(request + "/schedule")).contains("Ana Roy · libre");
        String[] answer = {
            "version=1",
            "workshop=" + workshop.value(),
            "day=" + wished,
            "begins=13:30",
            "hours=4",
            "facilitators=" + facilitator.value(),
            "region=QC-06",
            "place=Local 12"
        };
        MvcTestResult letter = pages.as(Role.STAFF).post(request + "/schedule", answer);
        assertThat(letter).hasStatusOk();
        assertThat(text(letter)).contains("Bonjour Bao,", "C’est confirmé : Le fil du coton", "Local 12");
        assertThat(count("education.workshop_session"))
                .as("nothing before the letter is confirmed")
                .isZero();
        assertThat(pages.as(Role.STAFF).post(request + "/schedule", with(answer, "confirmed=true")))
                .hasStatus(303);
        assertThat(main(request)).contains("Date fixée", "13 h 30", "Ana");
        assertThat(count("platform.mail_message WHERE purpose = 'workshop_scheduled'"))
                .isOne();
        assertThat(text(pages.asStranger().get(status))).contains("C’est confirmé.", "Local 12");
        assertThat(main("/education/workshop/facilitators")).contains("Il reste 6 h sur 10 h");
        assertThat(pages.as(Role.STAFF).post(request + "/schedule", with(answer, "confirmed=true")))
                .as("answered already")
                .hasStatus(422);
    }

    @Test
    void anotherDateIsOfferedAndAcceptedByTheLink() {
        String status = ask("mail=groupe@ecole.example", "first=" + wished);
        String request = REQUESTS + only("workshop_request");
        schedule(request, wished.plusDays(3));
        assertThat(main(request)).contains("Date offerte");
        assertThat(count("education.workshop_session WHERE state = 'OFFERED'")).isOne();
        assertThat(text(pages.asStranger().get(status))).contains("Nous vous proposons une date");
        assertThat(pages.asStranger().post(status, "answer=accept")).hasStatus(303);
        assertThat(main(request)).contains("Date fixée");
        assertThat(count("education.workshop_session WHERE state = 'PLANNED'")).isOne();
        assertThat(pages.asStranger().post(status, "answer=withdraw")).hasStatus(303);
        assertThat(count("education.workshop_session WHERE state = 'CANCELLED'"))
                .isOne();
    }

    @Test
    void aRefusalShowsItsLetterCarriesAnOfferAndIsTakenBack() {
        ask("mail=groupe@ecole.example");
        String request = REQUESTS + only("workshop_request");
        MvcTestResult letter = pages.as(Role.STAFF).post(request + "/refuse", "version=1", "alternative=KIT");
        assertThat(text(letter)).contains("toutes promises", "le déroulé et le matériel");
        assertThat(pages.as(Role.STAFF).post(request + "/refuse", "version=1"))
                .as("no refusal without an offer")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(request + "/refuse", "version=1", "alternative=KIT", "confirmed=true"))
                .hasStatus(303);
        assertThat(main(request)).contains("Refusée", "Le matériel, pour le donner soi-même");
        assertThat(pages.as(Role.STAFF).post(request + "/reopen")).hasStatus(303);
        assertThat(main(request)).contains("À répondre");
        assertThat(pages.as(Role.STAFF).post(request + "/mark", "state=DISCARDED"))
                .hasStatus(303);
        assertThat(pages.as(Role.BOARD_MEMBER).post(request + "/reopen")).hasStatus(403);
    }

    @Test
    void badInputIsRefusedAndSaysWhy() {
        assertThat(text(pages.asStranger()
                        .post(
                                "/public/workshops/ask",
                                form -> form.field("kind", "REQUEST")
                                        .field("asker", "Groupe")
                                        .field("name", "Bao")
                                        .field(FormShield.OPENED, shield("workshop")))))
                .contains("Donnez un courriel ou un téléphone");
        assertThat(pages.asStranger().get("/public/workshops/request/" + "x".repeat(43)))
                .hasStatus(404);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                SESSIONS + "new",
                                "workshop=" + workshop.value(),
                                "day=" + wished,
                                "begins=25:99",
                                "hours=4"))
                .hasStatus(422);
    }

    @Test
    void twoPeopleCannotScheduleOneFacilitatorForOneDay() {
        List<WorkshopSessionId> made = new ArrayList<>();
        Runnable schedule = () -> made.add(sessions.schedule(facts(wished)));
        var second = concurrent.runBeforeCommit(staff, schedule, schedule);
        assertThat(made).hasSize(1);
        assertThat(second.thrown()).isInstanceOf(Refused.class);
        assertThat(text(pages.as(Role.STAFF)
                        .post(
                                SESSIONS + "new",
                                "workshop=" + workshop.value(),
                                "day=" + wished,
                                "hours=4",
                                "facilitators=" + facilitator.value())))
                .contains("Ana Roy anime déjà « Le fil du coton »");
    }

    @Test
    void aSessionHeldIsOneRealisationAndIsTakenBack() {
        String session = SESSIONS + held(20, false).value();
        assertThat(main(session)).contains("Prévue", "C’est fait?");
        assertThat(pages.as(Role.STAFF).post(session + "/hold", "version=1", "people=20"))
                .hasStatus(303);
        assertThat(count("plan.realisation_summary WHERE state = 'DONE' AND title LIKE 'Atelier%fil du coton%'"))
                .isOne();
        assertThat(pages.as(Role.STAFF).post(session + "/unhold")).hasStatus(303);
        assertThat(count("plan.realisation_summary WHERE state = 'DONE' AND title LIKE 'Atelier%fil du coton%'"))
                .isZero();
        assertThat(pages.as(Role.STAFF).post(session + "/hold", "version=3", "people=21"))
                .hasStatus(303);
        assertThat(count("plan.realisation_summary WHERE title LIKE 'Atelier%fil du coton%'"))
                .as("the same realisation")
                .isOne();
        assertThat(pages.as(Role.STAFF).get(session + "/sheet.pdf")).hasStatusOk();
    }

    @Test
    void aClassOf35OnOneAddressIsNotRefusedAndStaysAnonymous() {
        WorkshopSessionId session = held(35, true);
        String link = EVALUATION + session.value();
        for (int i = 0; i < 35; i++) {
            for (int look = 0; look < 3; look++) {
                assertThat(pages.asStranger().get(link)).hasStatusOk();
            }
            assertThat(evaluate(session, i < 30 ? "learned=YES" : "learned=NO", "useful=SOMEWHAT"))
                    .as("answer " + i)
                    .hasStatus(303);
        }
        assertThat(evaluate(session)).as("a blank answer").hasStatus(422);
        List<UUID> open = db.sql("SELECT id FROM education.workshop_open_answer")
                .query(UUID.class)
                .list();
        assertThat(open).hasSize(35).allMatch(id -> id.version() == 4);
        assertThat(main(SESSIONS + session.value()))
                .contains("Ouverte. 35 réponses")
                .doesNotContain("Oui 30");
        assertThat(pages.as(Role.STAFF).post(SESSIONS + session.value() + "/close"))
                .hasStatus(303);
        assertThat(count("education.workshop_open_answer")).isZero();
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
        assertThat(count("platform.audit_entry WHERE table_name LIKE 'education.workshop_%answer'"))
                .isZero();
        assertThat(main(SESSIONS + session.value())).contains("35 réponses", "Oui 30 · un peu 0 · non 5");
        assertThat(evaluate(session, "learned=YES")).as("closed").hasStatus(422);
    }

    /** Vector 11 through the pages and the interface for programs. */
    @Test
    void fourAnswersAreHiddenAndSoIsTheTotal() {
        WorkshopSessionId shown = held(12, true);
        WorkshopSessionId hidden = held(4, true);
        for (WorkshopSessionId session : List.of(shown, hidden)) {
            for (int i = 0; i < (session.equals(shown) ? 12 : 4); i++) {
                evaluate(session, "learned=YES", "recommend=YES");
            }
            pages.as(Role.STAFF).post(SESSIONS + session.value() + "/close");
        }
        assertThat(text(pages.as(Role.STAFF).get("/api/v1/sessions/" + shown.value() + "/evaluation")))
                .contains("\"hidden\":false", "\"answers\":12", "\"yes\":12");
        assertThat(text(pages.as(Role.STAFF).get("/api/v1/sessions/" + hidden.value() + "/evaluation")))
                .contains("\"hidden\":true")
                .doesNotContain("\"yes\":4");
        assertThat(main("/education/workshop/catalogue/" + workshop.value())).contains("Pas encore montrée");
        db.sql("DELETE FROM education.workshop_answer WHERE session = ?")
                .param(hidden.value())
                .update();
        assertThat(main("/education/workshop/catalogue/" + workshop.value())).contains("Oui 12");
    }

    private WorkshopSessionFacts facts(LocalDate day) {
        return new WorkshopSessionFacts(
                workshop, null, day, null, "QC-06", "Local 12", BigDecimal.valueOf(4), List.of(facilitator.value()));
    }

    /** A session of today without a facilitator, planned or held. */
    private WorkshopSessionId held(int people, boolean isHeld) {
        return CurrentActor.callAs(staff, () -> {
            WorkshopSessionFacts facts = new WorkshopSessionFacts(
                    workshop, null, settings.today(), null, "QC-06", "", BigDecimal.valueOf(4), List.of());
            WorkshopSessionId id = sessions.schedule(facts);
            if (isHeld) {
                sessions.hold(id, 1, people);
            }
            return id;
        });
    }

    private void schedule(String request, LocalDate day) {
        assertThat(pages.as(Role.STAFF)
                        .post(
                                request + "/schedule",
                                "version=1",
                                "workshop=" + workshop.value(),
                                "day=" + day,
                                "hours=4",
                                "confirmed=true"))
                .hasStatus(303);
    }

    private String ask(String... fields) {
        MvcTestResult answer = pages.asStranger().post("/public/workshops/ask?in=fr", form -> {
            form.field("kind", "REQUEST")
                    .field("asker", "École des Trois-Rives")
                    .field("name", "Bao")
                    .field("workshop", workshop.value())
                    .field("region", "QC-06")
                    .field("people", 28)
                    .field(FormShield.OPENED, shield("workshop"));
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private MvcTestResult evaluate(WorkshopSessionId session, String... fields) {
        return pages.asStranger().post(EVALUATION + session.value(), form -> {
            form.field(FormShield.OPENED, shield("evaluation"));
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    private String shield(String form) {
        return guard.shield(form, clock.instant().minus(Duration.ofSeconds(30))).opened();
    }

    private static String[] with(String[] fields, String one) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add(one);
        return all.toArray(String[]::new);
    }

    private UUID only(String table) {
        return db.sql("SELECT id FROM education." + table).query(UUID.class).single();
    }

    private long count(String rows) {
        return db.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private static String text(MvcTestResult answer) {
        return Pages.text(answer).replace('\u00a0', ' ').replace("&nbsp;", " ");
    }
}
