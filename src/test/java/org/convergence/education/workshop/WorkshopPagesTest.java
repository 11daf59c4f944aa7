package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BodyCompleter.WaitingLetter;
import org.convergence.platform.publicform.FormShield;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A request for a workshop, from the form to its answer. */
@ModuleTest
class WorkshopPagesTest {

    private static final String REQUESTS = "/education/workshop/requests/";
    private static final String SESSIONS = "/education/workshop/sessions/";

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private List<BodyCompleter> completers;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @Test
    void aRequestByTheFormBecomesADateInThreeGestures() {
        assertThat(Pages.parse(pages.asStranger().get("/public/workshops?in=es"))
                        .text())
                .contains("Nuestros talleres", "Le fil du coton");
        String status = fixture.ask("mail=groupe@ecole.example", "first=" + fixture.wished(), "access=Rampe");
        shiftRequests(-60);
        assertThat(WorkshopFixture.text(pages.asStranger().get(status)))
                .contains("promise pour le", "tarde")
                .doesNotContain("d’ici le");
        shiftRequests(60);
        assertThat(WorkshopFixture.text(pages.asStranger().get(status))).contains("Bien reçu, merci! Réponse d’ici le");
        assertThat(fixture.count("platform.mail_message WHERE purpose = 'workshop_received'"))
                .isOne();
        String request = REQUESTS + fixture.only("workshop_request");
        assertThat(fixture.main(request))
                .contains("Il reste 10 h sur 10 h", "Ana Roy, libre pour cet atelier", "Rampe");

        assertThat(fixture.main(request + "/schedule")).contains("Ana Roy · libre");
        String[] answer = {
            "version=1",
            "workshop=" + fixture.workshop(),
            "day=" + fixture.wished(),
            "begins=13:30",
            "hours=4",
            "facilitators=" + fixture.facilitator(),
            "region=QC-06",
            "place=Local 12"
        };
        MvcTestResult letter = pages.as(Role.STAFF).post(request + "/schedule", answer);
        assertThat(letter).hasStatusOk();
        assertThat(WorkshopFixture.text(letter))
                .contains("Bonjour Bao,", "C’est confirmé : « Le fil du coton »", "Local 12");
        assertThat(fixture.count("education.workshop_session"))
                .as("nothing before the letter is confirmed")
                .isZero();
        assertThat(fixture.confirm(request + "/schedule", letter)).hasStatus(303);
        assertThat(fixture.main(request)).contains("Date fixée", "13 h 30", "Ana");
        assertThat(fixture.count("platform.mail_message WHERE purpose = 'workshop_scheduled'"))
                .isOne();
        assertThat(WorkshopFixture.text(pages.asStranger().get(status))).contains("C’est confirmé.", "Local 12");
        assertThat(fixture.main("/education/workshop/facilitators")).contains("Il reste 6 h sur 10 h");
        assertThat(pages.as(Role.STAFF).post(request + "/schedule", with(answer, "confirmed=true")))
                .as("answered already")
                .hasStatus(422);
    }

    private void shiftRequests(int days) {
        db.sql(
                        "UPDATE education.workshop_request SET received_on = received_on + :days, promised_on = promised_on + :days")
                .param("days", days)
                .update();
    }

    @Test
    void anotherDateIsOfferedAndAcceptedByTheLink() {
        String status = fixture.ask("mail=groupe@ecole.example", "first=" + fixture.wished());
        String request = REQUESTS + fixture.only("workshop_request");
        fixture.schedule(request, fixture.wished().plusDays(3));
        assertThat(fixture.main(request)).contains("Date offerte");
        assertThat(fixture.count("education.workshop_session WHERE state = 'OFFERED'"))
                .isOne();
        assertThat(WorkshopFixture.text(pages.asStranger().get(status))).contains("Nous vous proposons une date");
        assertThat(pages.asStranger().post(status, "answer=accept")).hasStatus(303);
        assertThat(fixture.main(request)).contains("Date fixée");
        assertThat(fixture.count("education.workshop_session WHERE state = 'PLANNED'"))
                .isOne();
        assertThat(pages.asStranger().post(status, "answer=withdraw")).hasStatus(303);
        assertThat(fixture.count("education.workshop_session WHERE state = 'CANCELLED'"))
                .isOne();
    }

    @Test
    void aLetterSaysWhatIsSoWithoutWishedDaysAndOfASelfLedWorkshop() {
        fixture.ask("mail=groupe@ecole.example");
        String request = REQUESTS + fixture.only("workshop_request");
        String[] answer = {
            "version=1",
            "workshop=" + fixture.workshop(),
            "day=" + fixture.wished(),
            "begins=13:30",
            "hours=4",
            "region=QC-06"
        };
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF).post(request + "/schedule", answer)))
                .contains("» chez vous. Nous vous proposons")
                .doesNotContain("pas aux dates");
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF).post(request + "/schedule", with(answer, "selfLed=true"))))
                .contains("que vous donnerez vous-mêmes")
                .doesNotContain("donner Le fil");
        db.sql("UPDATE education.workshop_request SET wished_first = :day")
                .param("day", fixture.wished())
                .update();
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF).post(request + "/schedule", with(answer, "selfLed=true"))))
                .contains("Vous donnez l’atelier vous-mêmes")
                .doesNotContain("Nous apportons le matériel");
    }

    @Test
    void aRefusalShowsItsLetterCarriesAnOfferAndIsTakenBack() {
        fixture.ask("mail=groupe@ecole.example");
        String request = REQUESTS + fixture.only("workshop_request");
        MvcTestResult letter = pages.as(Role.STAFF).post(request + "/refuse", "version=1", "alternative=KIT");
        assertThat(WorkshopFixture.text(letter)).contains("nous y engager", "le déroulé et le matériel");
        assertThat(pages.as(Role.STAFF).post(request + "/refuse", "version=1"))
                .as("no refusal without an offer")
                .hasStatus(422);
        assertThat(fixture.confirm(request + "/refuse", letter)).hasStatus(303);
        assertThat(fixture.main(request)).contains("Refusée", "Le matériel, pour le donner soi-même");
        assertThat(withheld(request)).as("still true").isEmpty();
        assertThat(pages.as(Role.STAFF).post(request + "/reopen")).hasStatus(303);
        assertThat(withheld(request)).as("a refusal taken back does not leave").isPresent();
        assertThat(fixture.main(request)).contains("À répondre");
        assertThat(pages.as(Role.STAFF).post(request + "/mark", "state=DISCARDED"))
                .hasStatus(303);
        assertThat(pages.as(Role.BOARD_MEMBER).post(request + "/reopen")).hasStatus(403);
    }

    @Test
    void anAnswerToAGroupWithoutAnAddressIsDueUntilItIsTold() {
        fixture.ask("phone=514 555-0147", "mail=");
        String request = REQUESTS + fixture.only("workshop_request");
        assertThat(pages.as(Role.STAFF).post(request + "/refuse", "version=1", "alternative=DATE"))
                .hasStatus(303);
        String due = "Refus à dire de vive voix au groupe";
        assertThat(fixture.main("/")).contains(due);
        assertThat(Pages.notice(pages.as(Role.STAFF).post(request + "/told"))).contains("/told/undo");
        assertThat(fixture.main("/")).doesNotContain(due);
        assertThat(fixture.main(request))
                .contains("Demande refusée : dit de vive voix le")
                .doesNotContain("C’est dit");
        assertThat(pages.as(Role.STAFF).post(request + "/told/undo")).hasStatus(303);
        assertThat(fixture.main("/")).contains(due);
        assertThat(pages.as(Role.STAFF).post(request + "/told")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(request + "/reopen")).hasStatus(303);
        fixture.schedule(request, 3, fixture.wished());
        assertThat(fixture.main("/")).as("another answer").contains("Date offerte à dire de vive voix");
        assertThat(pages.as(Role.STAFF).post(request + "/accept")).hasStatus(303);
        assertThat(fixture.main("/")).as("the group said yes").doesNotContain("à dire de vive voix");
    }

    @Test
    void badInputIsRefusedAndSaysWhy() {
        assertThat(WorkshopFixture.text(pages.asStranger()
                        .post(
                                "/public/workshops/ask",
                                form -> form.field("kind", "REQUEST")
                                        .field("asker", "Groupe")
                                        .field("name", "Bao")
                                        .field(FormShield.OPENED, fixture.shield("workshop")))))
                .contains("Donnez un courriel ou un téléphone");
        assertThat(pages.asStranger().get("/public/workshops/request/" + "x".repeat(43)))
                .hasStatus(404);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                SESSIONS + "new",
                                "workshop=" + fixture.workshop(),
                                "day=" + fixture.wished(),
                                "begins=25:99",
                                "hours=4"))
                .hasStatus(422);
    }

    @Test
    void noDateLeavesOnceItIsPast() {
        fixture.ask("mail=groupe@ecole.example", "first=" + fixture.wished());
        String request = REQUESTS + fixture.only("workshop_request");
        fixture.schedule(request, fixture.wished());
        assertThat(withheld(request, "workshop_scheduled", Instant.parse("2100-01-01T00:00:00Z")))
                .isEmpty();
        db.sql("UPDATE education.workshop_session SET day = DATE '2020-01-01'").update();
        assertThat(withheld(request, "workshop_scheduled", Instant.parse("2100-01-01T00:00:00Z")))
                .contains("workshop.letter.withheld");
    }

    private Optional<String> withheld(String request) {
        return withheld(request, "workshop_refused", Instant.EPOCH);
    }

    private Optional<String> withheld(String request, String purpose, Instant posted) {
        UUID id = UUID.fromString(request.substring(REQUESTS.length()));
        return completers.stream()
                .filter(each -> each.name().equals("workshop_request"))
                .findFirst()
                .orElseThrow()
                .withholdingReason(new WaitingLetter(id, "x@y.example", purpose, id, posted));
    }

    @Test
    void contactsAndSpamGoWithTheirHistory() {
        fixture.ask("mail=groupe@ecole.example", "access=Rampe");
        UUID request = fixture.only("workshop_request");
        pages.as(Role.STAFF).post(REQUESTS + request + "/mark", "state=ANSWERED");
        assertThat(history(request)).contains("groupe@ecole.example", "Rampe");
        sweep(89);
        assertThat(history(request)).contains("groupe@ecole.example");
        sweep(91);
        assertThat(fixture.main(REQUESTS + request)).doesNotContain("groupe@ecole.example", "Rampe", "Bao");
        assertThat(history(request)).doesNotContain("groupe@ecole.example", "Rampe", "Bao");
        pages.as(Role.STAFF).post(REQUESTS + request + "/reopen");
        pages.as(Role.STAFF).post(REQUESTS + request + "/mark", "state=DISCARDED");
        sweep(8);
        assertThat(fixture.count("education.workshop_request")).isZero();
        assertThat(history(request)).doesNotContain("Trois-Rives");
    }

    @Test
    void theContactStaysUntilTheAnswerIsTold() {
        fixture.ask("phone=514 555-0147", "mail=");
        UUID request = fixture.only("workshop_request");
        pages.as(Role.STAFF).post(REQUESTS + request + "/refuse", "version=1", "alternative=DATE");
        sweep(91);
        assertThat(fixture.main(REQUESTS + request)).contains("514 555-0147", "C’est dit");
        pages.as(Role.STAFF).post(REQUESTS + request + "/told");
        sweep(91);
        assertThat(fixture.main(REQUESTS + request)).as("told a moment ago").contains("514 555-0147");
        db.sql("UPDATE platform.mail_message SET sent_at = sent_at - interval '91 days' WHERE record_id = ?")
                .param(request)
                .update();
        sweep(91);
        assertThat(fixture.main(REQUESTS + request)).doesNotContain("514 555-0147");
    }

    private String history(UUID request) {
        return db.sql("""
                        SELECT coalesce(string_agg(concat(before, after), ' '), '') FROM platform.audit_entry
                        WHERE table_name = 'education.workshop_request' AND row_id = ?
                        """).param(request.toString()).query(String.class).single();
    }

    private void sweep(int daysAfterAnswer) {
        db.sql("UPDATE education.workshop_request SET received_on = received_on - 1000, answered_on = ?")
                .param(fixture.wished().minusDays(30).minusDays(daysAfterAnswer))
                .update();
        RecurringWork work = works.stream()
                .filter(each -> each.name().equals("workshop-sweep"))
                .findFirst()
                .orElseThrow();
        CurrentActor.runAs(Actor.system("sweep"), work::run);
    }

    static String[] with(String[] fields, String one) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add(one);
        return all.toArray(String[]::new);
    }
}
