package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Refused;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The replies to a notice: by the link without an account, changed until the meeting, never an attendance. */
@ModuleTest
class MeetingReplyTest {

    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 5, 13, 19, 0);

    @Autowired
    private TestUsers users;

    @Autowired
    private Pages pages;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MeetingNoticeService notices;

    @Autowired
    private MeetingService planning;

    @Autowired
    private MeetingReplyService replies;

    @Autowired
    private MeetingReminderService reminders;

    @Autowired
    private MinutesQueries minutes;

    @Autowired
    private MeetingLinkCompleter completer;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        users.ensureOrganisation();
    }

    @Test
    void answersByTheLinkUntilTheMeetingAndAnOpenedLinkChangesNothing() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = convene(made);
        PersonId person = made.holders().get(2);
        String link = link(meeting, person);

        assertThat(Pages.parse(pages.asStranger().get(link)).text())
                .contains("Y serez-vous?", "Je serai là")
                .doesNotContain("Mon substitut ira");
        assertThat(find(meeting).silent()).hasSize(4);

        answer(link, ReplyAnswer.NOT_COMING, "Je suis en négociation");
        answer(link, ReplyAnswer.COMING, "");
        assertThat(Pages.parse(pages.asStranger().get(link)).text()).contains("Votre réponse : Je serai là");
        assertThat(find(meeting).expected())
                .containsExactlyEntriesOf(Map.of(made.seats().get(2), AttendanceStatus.HOLDER));
        assertThat(board.callAs(() -> minutes.findAttendance(meeting)).isRecorded())
                .as("nobody is present by an answer")
                .isFalse();
        assertThat(answer(link, ReplyAnswer.SUBSTITUTE, "")).hasStatus(422);

        db.sql("UPDATE outreach.assembly_meeting SET begins = now() AT TIME ZONE 'UTC' - interval '1 day' WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(Pages.parse(pages.asStranger().get(link)).text()).doesNotContain("Y serez-vous");
        assertThat(answer(link, ReplyAnswer.NOT_COMING, "")).hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/outreach/assembly/meetings/" + meeting.value())
                        .select("#replies")
                        .text())
                .contains("sans réponse")
                .doesNotContain("Quorum", "Rappeler", "Noter une réponse");
        assertThatThrownBy(() -> board.callAs(() -> reminders.remind(meeting)))
                .hasMessage("assembly.refused.reply-closed");
    }

    @Test
    void showsWhoComesAndWhetherTheQuorumIsLikelyAndProposesItOnTheDay() {
        SeatedBoard made = board.addBoard();
        PersonId substitute = board.addPerson("Suppléante", "De " + made.code(), "fr");
        board.appoint(made.seats().get(0), SeatRole.SUBSTITUTE, substitute, BoardFixture.FOUNDED);
        MeetingId meeting = convene(made);
        answer(link(meeting, made.holders().get(0)), ReplyAnswer.SUBSTITUTE, "Elle connaît le dossier");
        answer(link(meeting, made.holders().get(1)), ReplyAnswer.COMING, "");
        String url = "/outreach/assembly/meetings/" + meeting.value();
        assertThat(pages.as(Role.COORDINATOR).open(url).select("#replies").text())
                .contains("Quorum pas encore assuré : 2 sièges annoncés, il en faut 3")
                .contains("« Elle connaît le dossier »", "3 sans réponse");

        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/replies",
                                "person=" + made.holders().get(3).value(),
                                "answer=COMING",
                                "words=Au téléphone"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(url).select("#replies").text())
                .contains("Quorum probable : 3 sièges annoncés, il en faut 3", "Sera là, noté le");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url + "/minutes")
                        .select("#attendance input[checked]")
                        .eachAttr("value"))
                .as("seats without an answer stay open")
                .containsExactly("SUBSTITUTE", "HOLDER", "HOLDER");
        assertThat(pages.as(Role.COORDINATOR).open(url).select("#replies").text())
                .contains("Son substitut ira");
        pages.as(Role.COORDINATOR).post(url + "/replies", "person=" + substitute.value(), "answer=NOT_COMING");
        assertThat(pages.as(Role.COORDINATOR).open(url).select("#replies").text())
                .contains("Annonçait son substitut, qui ne viendra pas")
                .doesNotContain("Son substitut ira,");
        assertThat(Pages.parse(pages.asStranger()
                                .get(link(meeting, made.holders().get(0))))
                        .text())
                .contains("votre siège sera vide")
                .doesNotContain("Votre réponse : Mon substitut ira");
    }

    @Test
    void remindsOnlyThosePeopleWhoseNoticeLeftAndWhoHaveNotAnswered() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = convene(made);
        assertThatThrownBy(() -> board.callAs(() -> reminders.remind(meeting)))
                .as("the notices still wait")
                .isInstanceOf(Refused.class);
        leave(meeting);
        answer(link(meeting, made.holders().get(0)), ReplyAnswer.NOT_COMING, "");
        String url = "/outreach/assembly/meetings/" + meeting.value() + "/reminder";
        assertThat(pages.as(Role.COORDINATOR).open(url).text()).contains("Envoyer le rappel à 3 personnes");
        assertThat(pages.as(Role.COORDINATOR).post(url)).hasStatus(303);
        assertThatThrownBy(() -> board.callAs(() -> reminders.remind(meeting)))
                .as("once a day")
                .isInstanceOf(Refused.class);
        String reminder = db.sql("""
                        SELECT m.body FROM platform.mail_message m JOIN outreach.assembly_notice n ON n.id = m.record_id
                         WHERE n.meeting = ? AND m.purpose = 'assembly_reminded' LIMIT 1""").param(meeting.value()).query(String.class).single();
        assertThat(reminder).contains("Dites-nous si vous y serez").doesNotContain("/link/");
        board.callAs(() -> notices.takeBack(meeting));
        assertThat(board.callAs(() -> reminders.remind(meeting)))
                .as("a reminder that did not leave")
                .isEqualTo(3);
    }

    @Test
    void asksEveryoneOnceMoreWhenTheMeetingMoves() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = convene(made);
        leave(meeting);
        String link = link(meeting, made.holders().get(1));
        answer(link, ReplyAnswer.COMING, "");
        int version = meetings.agenda(meeting).meeting().version();
        board.callAs(() -> planning.correct(meeting, version, MeetingFixture.factsAt(EVENING.plusDays(7))));
        assertThat(find(meeting).silent()).as("they answered for another day").hasSize(4);
        answer(link, ReplyAnswer.COMING, "Oui aussi");
        assertThat(find(meeting).silent()).hasSize(3);
    }

    @Test
    void keepsRepliesWhenOnlyThePlaceChanges() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = convene(made);
        leave(meeting);
        answer(link(meeting, made.holders().get(1)), ReplyAnswer.COMING, "");
        MeetingFacts elsewhere =
                new MeetingFacts(false, null, EVENING, null, new MeetingFacts.MeetingPlace("Salle 9", "QC-06", null));
        int version = meetings.agenda(meeting).meeting().version();
        assertThat(board.callAs(() -> planning.correct(meeting, version, elsewhere))
                        .posted())
                .isEqualTo(4);
        assertThat(find(meeting).silent()).hasSize(3);
        assertThat(db.sql("""
                        SELECT m.body FROM platform.mail_message m JOIN outreach.assembly_notice n ON n.id = m.record_id
                         WHERE n.meeting = ? AND m.purpose = 'assembly_moved' LIMIT 1""").param(meeting.value()).query(String.class).single())
                .contains("votre réponse compte toujours")
                .doesNotContain("ne compte plus");
    }

    @Test
    void voidsRepliesForAnHourThatComesBackAfterAnotherWasTold() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = convene(made);
        leave(meeting);
        answer(link(meeting, made.holders().get(1)), ReplyAnswer.COMING, "");
        move(meeting, EVENING.plusHours(1));
        move(meeting, EVENING);
        assertThat(find(meeting).silent()).as("the move was told to nobody").hasSize(3);
        move(meeting, EVENING.plusHours(1));
        leave(meeting);
        move(meeting, EVENING);
        assertThat(find(meeting).silent())
                .as("the letters say that it counts no longer")
                .hasSize(4);
    }

    private void move(MeetingId meeting, LocalDateTime begins) {
        int version = meetings.agenda(meeting).meeting().version();
        board.callAs(() -> planning.correct(meeting, version, MeetingFixture.factsAt(begins)));
    }

    private MeetingReplyService.MeetingReplies find(MeetingId meeting) {
        return board.callAs(() -> replies.findReplies(meeting));
    }

    private MeetingId convene(SeatedBoard made) {
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        board.callAs(() -> notices.convene(meeting));
        return meeting;
    }

    private void leave(MeetingId meeting) {
        db.sql("""
                        UPDATE platform.mail_message SET state = 'SENT', sent_at = now()
                         WHERE record_id IN (SELECT id FROM outreach.assembly_notice WHERE meeting = ?)""").param(meeting.value()).update();
    }

    /** The address in the person's letter. */
    private String link(MeetingId meeting, PersonId person) {
        UUID notice = db.sql(
                        "SELECT id FROM outreach.assembly_notice WHERE meeting = ? AND person = ? AND kind = 'CONVENED'")
                .params(meeting.value(), person.value())
                .query(UUID.class)
                .single();
        String address = completer.complete(notice).getOrDefault("link", "");
        return address.substring(address.indexOf("/outreach/"));
    }

    private MvcTestResult answer(String link, ReplyAnswer answer, String words) {
        return pages.asStranger()
                .post(
                        link + "/reply",
                        form -> form.field("answer", answer)
                                .field("words", words)
                                .field(
                                        FormShield.OPENED,
                                        guard.shield(
                                                        "assembly-reply",
                                                        Instant.now().minusSeconds(30))
                                                .opened()));
    }
}
