package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingFacts.MeetingPlace;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A moved or cancelled meeting: a waiting notice is rewritten, one that left is followed by what changes. */
@ModuleTest
class ChangeLettersTest {

    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 3, 13, 19, 0);
    private static final LocalDateTime EARLIER = EVENING.minusMinutes(30);

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
    private MeetingLinkCompleter completer;

    @Autowired
    private AgendaService agendas;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private SeatedBoard made;
    private MeetingId meeting;

    @BeforeEach
    void aConvenedBoard() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
        made = board.addBoard();
        meeting = meetings.plan(made.id(), EVENING);
        board.callAs(() -> convening.convene(meeting));
    }

    private record WaitingLetter(String recipient, String subject, String body) {}

    @Test
    void rewritesTheNoticesThatWait() {
        assertThat(preview(EARLIER).isNeeded()).isFalse();

        assertThat(move(EARLIER)).isEqualTo(new ChangeLetters(4, 0));

        assertThat(waiting()).hasSize(4).allSatisfy(letter -> {
            assertThat(letter.subject()).startsWith("Avis de convocation");
            assertThat(letter.body()).contains("18\u00a0h\u00a030").doesNotContain("19\u00a0h");
        });
        assertThat(states()).containsExactly(Map.entry(LetterState.WAITING, 4L));
        leave(4);
        assertThat(tellChange()).as("the notice told it").isZero();
    }

    @Test
    void tellsWhatChangesToPeopleWhoseNoticeLeft() {
        leave(1);

        assertThat(preview(EARLIER).letters()).hasSize(1);
        assertThat(preview(EARLIER).sample())
                .satisfies(letter -> assertThat(letter.text()).contains("Heure\u00a0: 19\u00a0h → 18\u00a0h\u00a030"));
        assertThat(move(EARLIER)).isEqualTo(new ChangeLetters(3, 1));

        assertThat(waiting())
                .filteredOn(letter -> letter.subject().startsWith("Changement"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).contains("Heure\u00a0: 19\u00a0h → 18\u00a0h\u00a030"));
    }

    @Test
    void tellsTheChangeFromWhatEachPersonKnows() {
        leave(4);
        move(EARLIER);

        MeetingFacts elsewhere =
                new MeetingFacts(false, null, EARLIER, null, new MeetingPlace("Salle A", "QC-06", null));
        assertThat(correct(elsewhere)).isEqualTo(new ChangeLetters(0, 4));
        assertThat(waiting())
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter.body())
                        .contains("Heure\u00a0: 19\u00a0h → 18\u00a0h\u00a030", "Lieu\u00a0: Salle 2 → Salle A"));

        assertThat(move(EVENING)).as("as the notice told").isEqualTo(ChangeLetters.NONE);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void tellsAnotherPlaceAndAnotherAddressOnline() {
        leave(4);
        for (String online : Arrays.asList(null, "https://visio.exemple.org/1")) {
            MeetingPlace place = new MeetingPlace("Salle A", "QC-06", online);
            assertThat(correct(new MeetingFacts(false, null, EVENING, null, place)))
                    .isEqualTo(new ChangeLetters(0, 4));
            leave(4);
        }
    }

    @Test
    void cancelsToPeopleWhoseNoticeLeftOrPerhapsLeft() {
        leave(1);
        setFirst("state = 'FAILED', problem = 'REFUSED_RECIPIENT'");
        setFirst("state = 'PERHAPS_SENT', cut_off = true");
        assertThat(board.callAs(() -> planning.previewCancellation(meeting, "Tempête"))
                        .orElseThrow()
                        .letters())
                .hasSize(2);

        assertThat(board.callAs(() -> planning.cancel(meeting, "Tempête").posted()))
                .isEqualTo(2);

        assertThat(db.sql("SELECT count(*) FROM platform.mail_message WHERE state = 'PERHAPS_SENT'")
                        .query(Integer.class)
                        .single())
                .as("notices that leave once more")
                .isZero();
        assertThat(waiting())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.subject()).startsWith("Annulée"));
        assertThat(board.callAs(() -> convening.takeBack(meeting))).isEqualTo(2);
        assertThat(board.callAs(() -> convening.preview(meeting)).change())
                .satisfies(letters -> assertThat(letters.letters()).hasSize(2));
        assertThat(tellChange()).isEqualTo(2);
        assertThat(tellChange()).as("they wait").isZero();
        leave(2);
        assertThat(tellChange()).as("they left").isZero();
    }

    @Test
    void cancelsTheDayThatEachPersonKnows() {
        leave(1);
        List<UUID> holders = made.holders().stream().map(PersonId::value).toList();
        board.callAs(() -> convening.markDelivered(meeting, holders, DeliveryMethod.HAND, settings.today()));
        move(EVENING.plusDays(7));
        String known = "samedi 13 mars 2027, 19\u00a0h";
        String meanwhile = "entre-temps\u00a0: samedi 20 mars 2027, 19\u00a0h.";
        var shown = board.callAs(() -> planning.previewCancellation(meeting, "Tempête"))
                .orElseThrow();
        assertThat(shown.letters())
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.detail()).contains(known));
        assertThat(shown.sample()).satisfies(each -> assertThat(each.text()).contains(known, meanwhile));
        setFirst("state = 'PERHAPS_SENT', cut_off = true");
        board.runAs(() -> planning.cancel(meeting, "Tempête"));
        assertThat(waiting()).hasSize(4).allSatisfy(letter -> {
            assertThat(letter.subject()).endsWith(", 13 mars 2027");
            assertThat(letter.body()).contains(known, meanwhile);
        });
    }

    @Test
    void tellsNothingToPeopleWhoAreHandedTheNoticeAfterTheMove() {
        board.callAs(() -> convening.takeBack(meeting));
        assertThat(move(EARLIER)).isEqualTo(ChangeLetters.NONE);
        List<UUID> holders = made.holders().stream().map(PersonId::value).toList();
        assertThat(board.callAs(() -> convening.markDelivered(meeting, holders, DeliveryMethod.HAND, settings.today())))
                .isEqualTo(4);
        assertThat(tellChange()).isZero();
    }

    @Test
    void writesOnceToPeopleWhoKnowTheMoveButNotTheNotice() {
        leave(4);
        move(EARLIER);
        leave(4);
        db.sql("""
                        UPDATE platform.mail_message SET state = 'FAILED', problem = 'BOUNCED'
                         WHERE record_id IN (SELECT id FROM outreach.assembly_notice WHERE kind = 'CONVENED')
                        """).update();
        assertThat(board.callAs(() -> convening.convene(meeting))).isEqualTo(4);
        assertThat(move(EARLIER.minusMinutes(30))).isEqualTo(new ChangeLetters(0, 4));
    }

    @Test
    void tellsNoChangeOnceTheMeetingIsOverOrHeld() {
        leave(4);
        move(EARLIER);
        board.callAs(() -> convening.takeBack(meeting));
        set("state = 'HELD'");
        assertThatThrownBy(this::tellChange).isInstanceOf(Refused.class);
        set("state = 'PLANNED', begins = current_date - 2");
        assertThatThrownBy(this::tellChange).isInstanceOf(Refused.class);
        assertThat(board.callAs(() -> convening.preview(meeting)).change()).isNull();
    }

    @Test
    void announcesACancellationWithoutAddressOnlyOnce() {
        leave(4);
        db.sql("UPDATE directory.people_person SET contact_points = '[]' WHERE id = ?")
                .param(made.holders().get(0).value())
                .update();
        assertThat(board.callAs(() -> planning.cancel(meeting, "Tempête").posted()))
                .isEqualTo(3);
        assertThat(board.callAs(() -> convening.preview(meeting)).change())
                .satisfies(letters -> assertThat(letters.isNeeded()).isFalse());
    }

    private void setFirst(String columns) {
        db.sql("UPDATE platform.mail_message SET " + columns + " WHERE id ="
                        + " (SELECT id FROM platform.mail_message WHERE state = 'QUEUED' ORDER BY recipient LIMIT 1)")
                .update();
    }

    private void set(String columns) {
        db.sql("UPDATE outreach.assembly_meeting SET " + columns + " WHERE id = ?")
                .param(meeting.value())
                .update();
    }

    private int tellChange() {
        return board.callAs(() -> convening.tellChange(meeting));
    }

    @Test
    void fillsInTheAgendaWhenTheLetterLeaves() {
        PersonId person = made.holders().get(0);
        board.callAs(() -> agendas.add(meeting, AgendaItemFacts.of("Budget des mangoustaniers")));

        UUID notice = db.sql("SELECT id FROM outreach.assembly_notice WHERE meeting = ? AND person = ?")
                .params(meeting.value(), person.value())
                .query(UUID.class)
                .single();
        assertThat(completer.complete(notice).get("agenda")).contains("– Suivis", "– Budget des mangoustaniers");
    }

    private MailingPreview preview(LocalDateTime begins) {
        return board.callAs(() -> planning.previewCorrection(meeting, version(), MeetingFixture.factsAt(begins)))
                .orElse(new MailingPreview(List.of(), List.of(), List.of(), true, true, null));
    }

    private ChangeLetters move(LocalDateTime begins) {
        return correct(MeetingFixture.factsAt(begins));
    }

    private ChangeLetters correct(MeetingFacts facts) {
        int version = version();
        return board.callAs(() -> planning.correct(meeting, version, facts));
    }

    private int version() {
        return meetings.agenda(meeting).meeting().version();
    }

    private void leave(int letters) {
        db.sql("""
                        UPDATE platform.mail_message SET state = 'SENT', sent_at = now()
                         WHERE id IN (SELECT id FROM platform.mail_message WHERE state = 'QUEUED' ORDER BY recipient LIMIT ?)
                        """).param(letters).update();
    }

    private List<WaitingLetter> waiting() {
        return db.sql("SELECT recipient, subject, body FROM platform.mail_message WHERE state = 'QUEUED'")
                .query((row, n) -> new WaitingLetter(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private Map<LetterState, Long> states() {
        return board.callAs(() -> convening.preview(meeting)).to().stream()
                .flatMap(each -> Stream.ofNullable(each.letter()))
                .collect(Collectors.groupingBy(each -> each.state(), Collectors.counting()));
    }
}
