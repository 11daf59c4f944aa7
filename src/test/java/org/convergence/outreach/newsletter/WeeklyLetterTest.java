package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * An organisation gets one letter a week from kits, appeals and the newsletter together (R-MAIL-13). Urgent actions and
 * legal notices do not wait, and take nothing of the week.
 */
@ModuleTest
class WeeklyLetterTest extends NewsletterScenario {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MeetingNoticeService notices;

    private PersonId ivo = new PersonId(new UUID(0, 0));
    private String whole = "";

    /** One person of one organisation, who agreed to everything. */
    @BeforeEach
    void oneOrganisation() {
        fixture.prepare();
        ivo = fixture.someone("Ivo", address("ivo"), "fr", "Syndicat R", "Communications");
        Purpose.CHOSEN.forEach(each -> fixture.consents(ivo, each));
        whole = Pages.location(
                pages.as(Role.STAFF).post("/directory/segment/new", "name=Communications", "c-function=communication"));
        segment = whole;
        whole = whole.replaceFirst(".*/", "");
    }

    /** What refers to the segment, which each test makes anew. */
    @AfterEach
    void forget() {
        List.of(
                        "outreach.relay",
                        "outreach.relay_kit",
                        "advocacy.urgentaction_link",
                        "advocacy.urgentaction_target",
                        "advocacy.urgentaction_text",
                        "advocacy.urgentaction")
                .forEach(each -> db.sql("DELETE FROM " + each).update());
    }

    @Test
    void aKitTakesTheWeekOfTheNewsletterAndOfAppeals() {
        assertThat(sendKit("Premier texte")).hasStatus(303);
        assertThat(letters()).containsExactly("relay_kit");
        assertNothingOfTheWeekLeaves();
    }

    @Test
    void anAppealTakesTheWeekOfKitsAndOfTheNewsletter() {
        assertThat(sendAppeal("Un toit")).hasStatus(303);
        assertThat(letters()).containsExactly("appeal_letter");
        assertNothingOfTheWeekLeaves();
    }

    @Test
    void anIssueTakesTheWeekOfKitsAndOfAppeals() {
        sendIssue();
        assertThat(letters()).containsExactly("newsletter_issue");
        assertNothingOfTheWeekLeaves();
    }

    @Test
    void theNextLetterLeavesOnTheSeventhDay() {
        assertThat(sendKit("Premier texte")).hasStatus(303);
        clock.advance(WEEK.minusDays(1));
        assertThat(sendAppeal("Trop tôt")).hasStatus(422);
        clock.advance(Duration.ofDays(1));
        assertThat(sendAppeal("Un toit")).hasStatus(303);
        clock.advance(WEEK);
        sendIssue();
        assertThat(letters()).containsExactly("appeal_letter", "newsletter_issue", "relay_kit");
    }

    @Test
    void urgentActionsAndLegalNoticesNeitherWaitNorTakeTheWeek() {
        sendUrgentAction();
        convene();
        assertThat(letters()).containsExactly("assembly_convened", "urgentaction_call");
        assertThat(sendKit("Premier texte")).as("the week is free").hasStatus(303);
        sendUrgentAction();
        convene();
        assertThat(letters())
                .containsExactly(
                        "assembly_convened",
                        "assembly_convened",
                        "relay_kit",
                        "urgentaction_call",
                        "urgentaction_call");
        assertNothingOfTheWeekLeaves();
    }

    /** A kit and an appeal are refused, and an issue reaches nobody. */
    private void assertNothingOfTheWeekLeaves() {
        var before = letters();
        MvcTestResult kit = sendKit("Autre texte");
        assertThat(kit).hasStatus(422);
        MvcTestResult appeal = sendAppeal("Autre appel");
        assertThat(appeal).hasStatus(422);
        sendIssue();
        assertThat(letters()).isEqualTo(before);
    }

    private List<String> letters() {
        return db.sql("SELECT purpose FROM platform.mail_message WHERE recipient = ? ORDER BY purpose")
                .param(address("ivo"))
                .query(String.class)
                .list();
    }

    private MvcTestResult sendKit(String title) {
        MvcTestResult written = pages.as(Role.STAFF)
                .post("/outreach/relay/new", "title=" + title, "body=Un chandail sur dix.", "segment=" + whole);
        assertThat(written).as(Pages.text(written)).hasStatus(303);
        return pages.as(Role.STAFF).post(Pages.location(written) + "/send");
    }

    private MvcTestResult sendAppeal(String title) {
        MvcTestResult launched = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/appeal/new",
                        "kind=RELAYED",
                        "partner="
                                + fixture.as(() -> people.findOrCreateOrganisation("Asosyasyon Lyen"))
                                        .value(),
                        "purpose=Un toit",
                        "frenchTitle=" + title,
                        "frenchText=Il faut des tôles.",
                        "opens=" + settings.today(),
                        "link=https://autre.example/don");
        assertThat(launched).as(Pages.text(launched)).hasStatus(303);
        return pages.as(Role.COORDINATOR).post(Pages.location(launched) + "/send?segment=" + whole);
    }

    private void sendIssue() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
    }

    private void sendUrgentAction() {
        String[] facts = {
            "title=Menaces à Cali",
            "partner-new=Unión de Costureras",
            "country=CO",
            "happened=Une déléguée est suivie depuis mardi.",
            "received=" + settings.today(),
            "degree=ORGANISATION",
            "risk=HIGH",
            "expires=" + settings.today().plusDays(20),
            "segment=" + whole
        };
        String action = Pages.location(pages.as(Role.STAFF).post("/advocacy/urgentaction/new", facts))
                .replaceFirst("/words$", "");
        MvcTestResult written = pages.as(Role.STAFF)
                .post(
                        action + "/words",
                        actionVersion(action),
                        "title-fr=Des couturières menacées",
                        "story-fr=Elles demandent une protection.",
                        "subject-fr=Protégez les couturières",
                        "letter-fr=Je vous demande d’agir.",
                        "title-es=Costureras amenazadas",
                        "story-es=Piden protección.",
                        "subject-es=Proteja a las costureras",
                        "letter-es=Le pido que actúe.",
                        "name-0=Rosa Ruiz",
                        "office-0=Ministra del Trabajo",
                        "mail-0=ministra@gob.example",
                        "salutation-0=Señora Ministra,");
        assertThat(written).as(Pages.text(written)).hasStatus(303);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                action + "/consent",
                                actionVersion(action),
                                "giver=ORGANISATION",
                                "name=La secrétaire générale",
                                "how=au téléphone",
                                "given=" + settings.today(),
                                "until=" + settings.today().plusDays(20)))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(action + "/check")).hasStatus(303);
        MvcTestResult sent = pages.as(Role.STAFF).post(action + "/send");
        assertThat(sent).as(Pages.text(sent)).hasStatus(303);
    }

    private String actionVersion(String action) {
        return db.sql("SELECT 'version=' || version FROM advocacy.urgentaction WHERE id = ?")
                .param(UUID.fromString(action.replaceFirst(".*/", "")))
                .query(String.class)
                .single();
    }

    private void convene() {
        var body = board.addBoard();
        board.appoint(body.seats().get(4), SeatRole.HOLDER, ivo, BoardFixture.FOUNDED);
        MeetingId meeting =
                meetings.plan(body.id(), LocalDateTime.of(settings.today().plusDays(30), LocalTime.of(19, 0)));
        board.callAs(() -> notices.convene(meeting));
    }
}
