package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a meeting asks for comes back at each later one until it is closed, and consultations until they are ratified. */
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
    private OrganisationSettings settings;

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
            List<UUID> shown =
                    meetings.agenda(meeting).pending().stream().map(Pending::id).toList();
            List<UUID> expected = open.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(shown).as("round %d", round).containsAll(expected);
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
        assertThat(meetings.agenda(last).pending())
                .extracting(Pending::id)
                .containsExactlyInAnyOrderElementsOf(open.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void anotherBodyIsNotAskedForIt() {
        Seated mine = board.seated();
        Seated theirs = board.seated();
        MeetingId meeting = held(mine, settings.today().minusDays(9));
        UUID point = meetings.point(meeting, 3);
        board.by(() -> keeping.ask(point, null, what("Écrire au cégep")));

        MeetingId next = meetings.plan(theirs.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).pending()).isEmpty();
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
        assertThat(meetings.agenda(meeting).toRatify())
                .singleElement()
                .satisfies(each -> assertThat(each.isResolution()).isFalse());

        UUID point = meetings.point(meeting, 2);
        board.by(() -> resolving.record(
                point, new ResolutionFacts("ratifier", null, null, null, null, "", consultation, null)));

        MeetingId next = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).toRatify()).isEmpty();
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
        assertThat(meetings.agenda(next).toRatify())
                .extracting(Consultation::isResolution)
                .containsExactly(true, false);
    }

    private MeetingId held(Seated made, LocalDate day) {
        MeetingId meeting = meetings.plan(made.id(), day.atTime(19, 0));
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 4).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.by(() -> minutes.attend(meeting, there, "", null));
        return meeting;
    }

    private static FollowUpFacts what(String what) {
        return new FollowUpFacts(what, null, "La coordination", null);
    }
}
