package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notice reaches every holder and substitute once, and so do later changes. */
@ModuleTest
class MeetingNoticeServiceTest {

    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 3, 13, 19, 0);

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MeetingNoticeService convening;

    @Autowired
    private MeetingService planning;

    @Autowired
    private MeetingListQueries reading;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Autowired
    private MeetingLinkCompleter completer;

    @Test
    void withholdsTheNoticeOfAMeetingThatIsOverOrCancelled() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        board.callAs(() -> convening.convene(meeting));
        assertThat(withholdingReason(meeting, "CONVENED")).isEmpty();
        db.sql("UPDATE outreach.assembly_meeting SET begins = now() AT TIME ZONE 'UTC' - interval '1 day' WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(withholdingReason(meeting, "CONVENED")).contains("assembly.letter.withheld.past");
        assertThatThrownBy(() -> board.callAs(() -> convening.convene(meeting)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("assembly.refused.begun"));
        db.sql("UPDATE outreach.assembly_meeting SET begins = ? WHERE id = ?")
                .params(EVENING, meeting.value())
                .update();
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
        board.callAs(() -> planning.cancel(meeting, "La salle est prise"));
        assertThat(withholdingReason(meeting, "CONVENED")).contains("assembly.letter.withheld.cancelled");
        assertThat(withholdingReason(meeting, "CANCELLED")).isEmpty();
        assertThat(completer.complete(notice(meeting, "CANCELLED")))
                .as("no link to a cancelled meeting")
                .isEmpty();
    }

    private UUID notice(MeetingId meeting, String kind) {
        return db.sql("SELECT id FROM outreach.assembly_notice WHERE meeting = ? AND kind = ? LIMIT 1")
                .params(meeting.value(), kind)
                .query(UUID.class)
                .single();
    }

    private Optional<String> withholdingReason(MeetingId meeting, String kind) {
        UUID notice = notice(meeting, kind);
        return completer.withholdingReason(
                new BodyCompleter.WaitingLetter(notice, "a@exemple.org", "assembly_convened", notice, Instant.EPOCH));
    }

    private record SentLetter(String to, String subject, String text) {}

    @Test
    void sendsEachHolderAndSubstituteOneLetterInTheirLanguage() {
        SeatedBoard made = board.addBoard();
        PersonId substitute = board.addPerson("Patricia", "Rankin" + made.code(), "en");
        board.appoint(made.seats().get(0), SeatRole.SUBSTITUTE, substitute, BoardFixture.FOUNDED);
        // A person with two seats gets one letter.
        board.appoint(made.seats().get(4), SeatRole.HOLDER, made.holders().get(0), BoardFixture.FOUNDED);
        MeetingId meeting = meetings.plan(made.id(), EVENING);

        assertThat(board.callAs(() -> convening.convene(meeting))).isEqualTo(5);

        List<SentLetter> letters = letters();
        assertThat(letters).extracting(SentLetter::to).doesNotHaveDuplicates().hasSize(5);
        assertThat(letters)
                .filteredOn(letter -> letter.to().startsWith("Patricia"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("You are invited", "March 13", "7\u00a0p.m."));
        assertThat(letters)
                .filteredOn(letter -> letter.to().startsWith("Titulaire"))
                .allSatisfy(letter -> assertThat(letter.text())
                        .contains("samedi 13 mars 2027", "19\u00a0h", "Salle 2", "[[agenda]]", "[[link]]"));
        assertThatThrownBy(() -> board.callAs(() -> convening.convene(meeting)))
                .as("no recipient is left")
                .isInstanceOf(Refused.class);
    }

    @Test
    void sendsALateRecipientTheNoticeAlone() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        board.callAs(() -> convening.convene(meeting));
        board.appoint(
                made.seats().get(4), SeatRole.HOLDER, board.addPerson("Tard", "Venue", "fr"), BoardFixture.FOUNDED);

        assertThat(board.callAs(() -> convening.convene(meeting))).isEqualTo(1);
    }

    @Test
    void keepsTheLocalTimeOfAMovedMeetingAndInformsRecipients() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        board.callAs(() -> convening.convene(meeting));
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
        int version = meetings.agenda(meeting).meeting().version();

        ChangeLetters told =
                board.callAs(() -> planning.correct(meeting, version, MeetingFixture.factsAt(EVENING.plusDays(1))));

        assertThat(told).isEqualTo(new ChangeLetters(0, 4));
        assertThat(meetings.agenda(meeting).meeting().plan().begins()).isEqualTo("2027-03-14T19:00");
        assertThat(letters())
                .filteredOn(letter -> letter.subject().startsWith("Changement"))
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter.text()).contains("dimanche 14 mars 2027", "19\u00a0h"));
        int next = meetings.agenda(meeting).meeting().version();
        assertThat(board.callAs(() -> planning.correct(meeting, next, MeetingFixture.factsAt(EVENING.plusDays(1)))))
                .as("nothing changed")
                .isEqualTo(ChangeLetters.NONE);
        int last = meetings.agenda(meeting).meeting().version();
        assertThatThrownBy(() -> board.callAs(() ->
                        planning.correct(meeting, last, MeetingFixture.factsAt(LocalDateTime.of(2027, 3, 14, 2, 30)))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void informsOnlyRecipientsOfACancellation() {
        SeatedBoard made = board.addBoard();
        MeetingId silent = meetings.plan(made.id(), EVENING);
        MeetingId meeting = meetings.plan(made.id(), EVENING.plusDays(7));
        board.callAs(() -> convening.convene(meeting));
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();

        assertThat(board.callAs(() -> planning.cancel(silent, "Faute de quorum").posted()))
                .isZero();
        assertThat(board.callAs(
                        () -> planning.cancel(meeting, "Tempête de neige").posted()))
                .isEqualTo(4);
        assertThat(letters())
                .filteredOn(letter -> letter.subject().startsWith("Annulée"))
                .hasSize(4)
                .allSatisfy(letter ->
                        assertThat(letter.text()).contains("Tempête de neige").doesNotContain("[[link]]"));
    }

    @Test
    void listsTheDeadlineOfTheNotice() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), EVENING);

        MeetingListQueries.MeetingListRow line =
                board.callAs(() -> reading.findLatest(made.id(), null, 5)).get(0);
        assertThat(line.id()).isEqualTo(meeting);
        assertThat(line.noticeBy()).isEqualTo("2027-03-03");
        assertThat(line.convenedAt()).isNull();
        assertThat(Objects.requireNonNull(board.callAs(() -> reading.findLatest(made.id(), line.position(), 5))))
                .isEmpty();
    }

    @Test
    void noticeHasLeftOnlyOnceTheLastOneDid() {
        SeatedBoard made = board.addBoard();
        PersonId reachedOtherwise = board.addPerson("Sans", "Adresse", "fr");
        db.sql("UPDATE directory.people_person SET contact_points = '[]' WHERE id = ?")
                .param(reachedOtherwise.value())
                .update();
        board.appoint(made.seats().get(4), SeatRole.HOLDER, reachedOtherwise, BoardFixture.FOUNDED);
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        assertThat(board.callAs(() -> convening.convene(meeting))).isEqualTo(4);

        assertThat(progress(made).letters().count(LetterState.WAITING)).isEqualTo(4);
        assertThat(progress(made).withoutLetter()).isEqualTo(1);
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
        assertThat(progress(made).leftOn()).as("one has no address").isNull();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        assertThat(board.callAs(() ->
                        convening.markDelivered(meeting, List.of(reachedOtherwise.value()), DeliveryMethod.POST, day)))
                .isEqualTo(1);
        assertThat(progress(made).leftOn()).as("the last of them").isAfter("2026-01-01T00:00:00Z");

        db.sql(
                        "UPDATE platform.mail_message SET state = 'FAILED', problem = 'BOUNCED' WHERE handed IS NULL AND recipient IN (SELECT min(recipient) FROM platform.mail_message WHERE recipient <> '')")
                .update();
        assertThat(progress(made).leftOn()).as("one bounced").isNull();
        assertThat(progress(made).letters().state()).isEqualTo(LetterState.REFUSED);
    }

    @Test
    void noticeThatLeftStaysSentOnceASeatIsVacated() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        board.callAs(() -> convening.convene(meeting));
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
        Instant left = Objects.requireNonNull(progress(made).leftOn());
        db.sql("UPDATE outreach.assembly_mandate SET until = ? WHERE person = ?")
                .params(
                        EVENING.toLocalDate().minusDays(1),
                        made.holders().get(0).value())
                .update();
        assertThat(progress(made).leftOn()).isEqualTo(left);
        assertThat(progress(made).letters().state()).isEqualTo(LetterState.SENT);
        assertThatThrownBy(() -> board.callAs(() -> convening.convene(meeting)))
                .as("nobody is left to write to")
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesADeliveryOfAnotherYearOrAfterTheMeeting() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        LocalDate wrongYear = LocalDate.now(ZoneOffset.UTC).minusYears(1);

        assertThatThrownBy(() -> board.callAs(() -> convening.markDelivered(
                        meeting, List.of(made.holders().get(0).value()), DeliveryMethod.POST, wrongYear)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("delivered-too-early");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        MeetingId over = meetings.plan(made.id(), today.minusDays(2).atTime(19, 0));
        assertThatThrownBy(() -> board.callAs(() -> convening.markDelivered(
                        over, List.of(made.holders().get(0).value()), DeliveryMethod.POST, today.minusDays(1))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("delivered-too-late");
        assertThat(progress(made).letters().count(LetterState.DELIVERED_OTHERWISE))
                .isZero();
    }

    private NoticeProgress progress(SeatedBoard made) {
        return board.callAs(() -> reading.findLatest(made.id(), null, 5)).get(0).notice();
    }

    private List<SentLetter> letters() {
        return db.sql("SELECT recipient, subject, body FROM platform.mail_message ORDER BY recipient")
                .query((row, n) -> new SentLetter(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
