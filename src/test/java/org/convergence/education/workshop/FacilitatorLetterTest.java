package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Facilitators hear that a session is agreed, moved, cancelled, or no longer theirs. */
@ModuleTest
class FacilitatorLetterTest {

    private static final String DUE = "Animation à prévenir : Le fil du coton";

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private List<BodyCompleter> completers;

    @Autowired
    private JdbcClient db;

    private String session = "";

    @BeforeEach
    void prepare() {
        fixture.prepare();
        fixture.ask("mail=groupe@ecole.example", "first=" + fixture.wished().minusDays(20), "access=Rampe");
        db.sql("UPDATE education.workshop SET kit_url = 'https://kit.example/coton'")
                .update();
        MvcTestResult agreed = pages.as(Role.STAFF)
                .post(
                        "/education/workshop/requests/" + fixture.only("workshop_request") + "/schedule",
                        "version=1",
                        "workshop=" + fixture.workshop(),
                        "day=" + fixture.wished().minusDays(20),
                        "begins=13:30",
                        "place=Local 12",
                        "hours=4",
                        "facilitators=" + fixture.facilitator(),
                        "confirmed=true");
        session = "/education/workshop/sessions/" + fixture.only("workshop_session");
        assertThat(agreed).hasStatus(303);
        assertThat(agreed.getResponse().getHeader("Location"))
                .as("the next page shows the letter to the facilitator")
                .startsWith(session + "/facilitators/letter");
    }

    @Test
    void anAgreedSessionIsToldWithItsDetailsAsTheyAreWhenTheLetterLeaves() {
        assertThat(fixture.main("/")).contains(DUE);
        assertThat(pages.as(Role.STAFF).post(session.replaceFirst("[^/]*$", UUID.randomUUID() + "/facilitators/told")))
                .as("no such session")
                .hasStatus(404);
        assertThat(pages.as(Role.BOARD_MEMBER).post(session + "/facilitators/letter"))
                .hasStatus(403);
        MvcTestResult letter = pages.as(Role.STAFF).get(session + "/facilitators/letter");
        assertThat(WorkshopFixture.text(letter))
                .contains("Bonjour Ana Roy,", "13 h 30", "Local 12", "28", "Rampe", "https://kit.example/coton");
        assertThat(Pages.notice(send(letter))).contains("mail.waits");
        assertThat(fixture.main("/")).doesNotContain(DUE);
        assertThat(fixture.main(session))
                .contains("Ana Roy – En attente d’envoi")
                .doesNotContain("Prévenir");
        assertThat(bodies()).as("access needs are not stored").hasSize(1).noneMatch(each -> each.contains("Rampe"));
        assertThat(details()).contains("Rampe", "Local 12");

        move(fixture.wished().minusDays(20), "Gymnase");
        assertThat(fixture.main(session))
                .contains("Ana Roy – Retenu · La séance a changé depuis.", "Prévenir l’animation");
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF).get(session + "/facilitators/letter")))
                .as("the first letter never left")
                .contains("Vous animez « Le fil du coton ».", "Gymnase");
    }

    @Test
    void aFacilitatorWithTheDateHearsOfAnotherOneAndOfTheCancellation() {
        send(pages.as(Role.STAFF).get(session + "/facilitators/letter"));
        markSent();
        move(fixture.wished().minusDays(18), "Local 12");
        MvcTestResult moved = pages.as(Role.STAFF).get(session + "/facilitators/letter");
        assertThat(WorkshopFixture.text(moved)).contains("a changé. Voici ce qui est vrai maintenant.");
        send(moved);
        markSent();
        pages.as(Role.STAFF).post(session + "/cancel", "confirmed=true");
        assertThat(WorkshopFixture.text(pages.as(Role.STAFF).get(session + "/facilitators/letter")))
                .contains("est annulé. Vous n’avez pas à vous déplacer.")
                .doesNotContain("Rampe");
        assertThat(fixture.main("/")).contains(DUE);
        assertThat(Pages.notice(pages.as(Role.STAFF).post(session + "/facilitators/told")))
                .contains("/told/undo");
        assertThat(fixture.main("/")).doesNotContain(DUE);
        assertThat(pages.as(Role.STAFF).post(session + "/facilitators/told/undo"))
                .hasStatus(303);
        assertThat(fixture.main("/")).contains(DUE);
    }

    @Test
    void aLetterThatNeverLeftNeedsNoCancellation() {
        send(pages.as(Role.STAFF).get(session + "/facilitators/letter"));
        pages.as(Role.STAFF).post(session + "/cancel", "confirmed=true");
        assertThat(fixture.main(session)).contains("Ana Roy – Retenu").doesNotContain("Prévenir");
    }

    private void move(LocalDate day, String place) {
        assertThat(pages.as(Role.STAFF)
                        .post(
                                session + "/move",
                                "version="
                                        + db.sql("SELECT version FROM education.workshop_session")
                                                .query(Integer.class)
                                                .single(),
                                "workshop=" + fixture.workshop(),
                                "day=" + day,
                                "begins=13:30",
                                "place=" + place,
                                "hours=4",
                                "facilitators=" + fixture.facilitator(),
                                "confirmed=true"))
                .hasStatus(303);
    }

    private MvcTestResult send(MvcTestResult letter) {
        MvcTestResult sent = pages.as(Role.STAFF)
                .post(
                        session + "/facilitators/letter",
                        "confirmed="
                                + Pages.parse(letter)
                                        .select("button[name=confirmed]")
                                        .attr("value"));
        assertThat(sent).hasStatus(303);
        return sent;
    }

    private void markSent() {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE state = 'QUEUED'")
                .update();
    }

    private List<String> bodies() {
        return db.sql("SELECT body FROM platform.mail_message WHERE purpose = 'workshop_facilitator'")
                .query(String.class)
                .list();
    }

    /** What the completer fills in when the letter leaves. */
    private String details() {
        UUID letter = fixture.only("workshop_facilitator_letter");
        BodyCompleter completer = completers.stream()
                .filter(each -> each.name().equals("workshop_facilitator"))
                .findFirst()
                .orElseThrow();
        return CurrentActor.callAs(Actor.system("mail"), () -> completer.blocks(letter))
                .getOrDefault("details", List.of())
                .stream()
                .map(LetterBlock::plainText)
                .collect(Collectors.joining());
    }
}
