package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.Board.Seated;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.Meetings;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follow-ups return at each later meeting until closed, and consultations until ratified. */
@ModuleTest
class FollowUpsTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private Board board;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MinutesKeeping minutes;

    @Autowired
    private ResolutionKeeping resolving;

    @Autowired
    private FollowUpKeeping keeping;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private ConsultationKeeping consultations;

    @Autowired
    private MeetingPlanning planning;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
    }

    @Test
    void noneIsLostBetweenMeetingsWhateverIsAskedAndClosed() {
        Seated made = board.seated();
        var random = new Random(20261124);
        LocalDate first = settings.today().minusDays(60);
        Map<UUID, Boolean> open = new HashMap<>();
        for (int round = 0; round < 12; round++) {
            MeetingId meeting = held(made, first.plusDays(round * 5L));
            List<UUID> shown = meetings.agenda(meeting).returns().pending().stream()
                    .map(Pending::id)
                    .toList();
            List<UUID> expected = open.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(shown)
                    .as("round %d, each once", round)
                    .doesNotHaveDuplicates()
                    .containsAll(expected);
            if (random.nextInt(3) == 0) {
                MeetingId never =
                        meetings.plan(made.id(), first.plusDays(round * 5L + 1).atTime(19, 0));
                board.by(() -> planning.cancel(never, "Faute de quorum"));
            }
            UUID point = meetings.point(meeting, 3);
            for (int asked = 0; asked < random.nextInt(3); asked++) {
                open.put(board.by(() -> keeping.ask(point, null, what("Chose " + random.nextInt()))), true);
            }
            for (UUID each : new ArrayList<>(open.keySet())) {
                if (Boolean.TRUE.equals(open.get(each)) && random.nextInt(4) == 0) {
                    board.run(() -> keeping.close(each, random.nextBoolean(), ""));
                    open.put(each, false);
                }
            }
        }
        MeetingId last = meetings.plan(made.id(), settings.today().plusDays(30).atTime(19, 0));
        assertThat(meetings.agenda(last).returns().pending())
                .extracting(Pending::id)
                .containsExactlyInAnyOrderElementsOf(open.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void whatIsOverIsTakenByNobody() {
        Seated made = board.seated();
        MeetingId meeting = held(made, settings.today().minusDays(9));
        UUID asked = board.by(() ->
                keeping.ask(meetings.point(meeting, 3), null, new FollowUpFacts("Écrire au cégep", null, null, null)));
        board.run(() -> keeping.close(asked, true, ""));
        assertThatThrownBy(() -> board.run(() -> keeping.take(asked))).hasMessage("assembly.refused.closed-already");
    }

    @Test
    void anotherBodyIsNotAskedForIt() {
        Seated mine = board.seated();
        Seated theirs = board.seated();
        MeetingId meeting = held(mine, settings.today().minusDays(9));
        UUID point = meetings.point(meeting, 3);
        board.by(() -> keeping.ask(point, null, what("Écrire au cégep")));

        MeetingId next = meetings.plan(theirs.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).returns().pending()).isEmpty();
        assertThat(board.by(() -> followUps.open(null, 200)))
                .extracting(each -> each.facts().what())
                .contains("Écrire au cégep");
    }

    @Test
    void aConsultationComesBackUntilAMeetingRatifiesIt() {
        Seated made = board.seated();
        LocalDate asked = settings.today().minusDays(20);
        var facts = new Consultation.Facts(asked, asked.plusDays(2), "Appuyer la coalition", 4, 3, 0, 0);
        UUID consultation = board.by(() -> consultations.note(made.id(), facts));
        MeetingId meeting = held(made, settings.today().minusDays(9));
        assertThat(meetings.agenda(meeting).returns().toRatify())
                .singleElement()
                .satisfies(each -> assertThat(each.isResolution()).isFalse());

        UUID point = meetings.point(meeting, 2);
        board.by(() -> resolving.record(
                point, new ResolutionFacts("ratifier", null, null, null, null, "", consultation, null)));

        MeetingId next = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).returns().toRatify()).isEmpty();
    }

    @Test
    void onlyWhatAllWhoVoteSignedIsAResolution() {
        Seated made = board.seated();
        LocalDate day = settings.today().minusDays(20);
        var all = new Consultation.Facts(day, day, "Signer le bail", 4, 4, 0, 4);
        var few = new Consultation.Facts(day, day, "Louer la salle", 4, 4, 0, 3);
        board.by(() -> consultations.note(made.id(), all));
        board.by(() -> consultations.note(made.id(), few));

        MeetingId next = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).returns().toRatify())
                .extracting(Consultation::isResolution)
                .containsExactly(true, false);
    }

    @Test
    void aResolutionComesBackAtTheFirstMeetingAfterItsReviewAndOnlyThere() {
        Seated made = board.seated();
        LocalDate today = settings.today();
        MeetingId first = held(made, today.minusDays(40));
        UUID resolution = board.by(() -> resolving.record(
                meetings.point(first, 2),
                new ResolutionFacts("de louer la salle", null, null, null, null, "", null, today.minusDays(20))));
        MeetingId before = held(made, today.minusDays(30));
        MeetingId cancelled = meetings.plan(made.id(), today.minusDays(15).atTime(19, 0));
        board.by(() -> planning.cancel(cancelled, "Tempête"));
        MeetingId after = meetings.plan(made.id(), today.minusDays(10).atTime(19, 0));
        MeetingId later = meetings.plan(made.id(), today.plusDays(5).atTime(19, 0));

        assertThat(meetings.agenda(before).returns().toReview()).isEmpty();
        for (MeetingId each : List.of(after, later)) {
            assertThat(meetings.agenda(each).returns().toReview())
                    .as("as long as no meeting looked at it")
                    .extracting(Passed::id)
                    .containsExactly(resolution);
        }
        attend(made, after);
        assertThat(meetings.agenda(after).returns().toReview()).hasSize(1);
        assertThat(meetings.agenda(later).returns().toReview()).isEmpty();
    }

    @Test
    void aMeetingThatDidNotTakePlaceAfterAllIsWithdrawnUnlessSomethingWasDecided() {
        Seated made = board.seated();
        MeetingId mistaken = held(made, settings.today().minusDays(3));
        MeetingId decided = held(made, settings.today().minusDays(2));
        board.by(() -> keeping.ask(meetings.point(decided, 3), null, what("Écrire")));

        board.by(() -> planning.cancel(mistaken, "C’était une autre rencontre"));
        assertThat(withdrawn(mistaken)).isTrue();
        assertThatThrownBy(() -> board.by(() -> planning.cancel(decided, "Non")))
                .isInstanceOf(Refused.class);
        assertThat(withdrawn(decided)).isFalse();
    }

    @Test
    void aMeetingThatProvesToHaveBeenOnAnotherDayTakesItsFollowUpsAndRealisationsWithIt() {
        Seated made = board.seated();
        LocalDate day = settings.today().minusDays(9);
        MeetingId meeting = held(made, day);
        UUID asked = board.by(() -> keeping.ask(meetings.point(meeting, 3), null, what("Écrire")));
        UUID resolution = board.by(
                () -> resolving.record(meetings.point(meeting, 2), ResolutionFacts.unanimous("d’écrire", null, null)));
        int version = meetings.agenda(meeting).meeting().version();

        board.by(() ->
                planning.correct(meeting, version, Meetings.at(day.minusDays(4).atTime(19, 0))));

        assertThat(board.by(() -> followUps.one(asked)).openedOn()).isEqualTo(day.minusDays(4));
        for (UUID each : List.of(meeting.value(), resolution)) {
            assertThat(db.sql("SELECT starts_on FROM plan.realisation WHERE source_id = ?")
                            .param(each.toString())
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo(day.minusDays(4));
        }
    }

    private boolean withdrawn(MeetingId meeting) {
        return db.sql("SELECT state = 'WITHDRAWN' FROM plan.realisation WHERE source_id = ?")
                .param(meeting.value().toString())
                .query(Boolean.class)
                .single();
    }

    private void attend(Seated made, MeetingId meeting) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 4).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.by(() -> minutes.attend(meeting, there, "", null));
    }

    private MeetingId held(Seated made, LocalDate day) {
        MeetingId meeting = meetings.plan(made.id(), day.atTime(19, 0));
        attend(made, meeting);
        return meeting;
    }

    private static FollowUpFacts what(String what) {
        return new FollowUpFacts(what, null, "La coordination", null);
    }
}
