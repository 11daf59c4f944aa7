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
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follow-ups return at each later meeting until closed, and consultations until ratified. */
@ModuleTest
class FollowUpServiceTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService resolving;

    @Autowired
    private FollowUpService keeping;

    @Autowired
    private FollowUpQueries followUps;

    @Autowired
    private ConsultationService consultations;

    @Autowired
    private MeetingService planning;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void openFollowUpsReturnOnEveryAgenda() {
        SeatedBoard made = board.addBoard();
        var random = new Random(20261124);
        LocalDate first = settings.today().minusDays(60);
        Map<UUID, Boolean> open = new HashMap<>();
        for (int round = 0; round < 12; round++) {
            MeetingId meeting = held(made, first.plusDays(round * 5L));
            List<UUID> shown = meetings.agenda(meeting).returns().pending().stream()
                    .map(FollowUpDetails::id)
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
                board.callAs(() -> planning.cancel(never, "Faute de quorum"));
            }
            UUID point = meetings.itemId(meeting, 3);
            for (int asked = 0; asked < random.nextInt(3); asked++) {
                open.put(board.callAs(() -> keeping.create(point, null, what("Chose " + random.nextInt()))), true);
            }
            for (UUID each : new ArrayList<>(open.keySet())) {
                if (Boolean.TRUE.equals(open.get(each)) && random.nextInt(4) == 0) {
                    board.runAs(() -> keeping.close(each, random.nextBoolean(), ""));
                    open.put(each, false);
                }
            }
        }
        MeetingId last = meetings.plan(made.id(), settings.today().plusDays(30).atTime(19, 0));
        assertThat(meetings.agenda(last).returns().pending())
                .extracting(FollowUpDetails::id)
                .containsExactlyInAnyOrderElementsOf(open.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void refusesToAssignAClosedFollowUp() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made, settings.today().minusDays(9));
        UUID asked = board.callAs(() -> keeping.create(
                meetings.itemId(meeting, 3), null, new FollowUpFacts("Écrire au cégep", null, null, null)));
        board.runAs(() -> keeping.close(asked, true, ""));
        assertThatThrownBy(() -> board.runAs(() -> keeping.assignToActor(asked)))
                .hasMessage("assembly.refused.closed-already");
    }

    @Test
    void followUpsStayWithTheirBody() {
        SeatedBoard mine = board.addBoard();
        SeatedBoard theirs = board.addBoard();
        MeetingId meeting = held(mine, settings.today().minusDays(9));
        UUID point = meetings.itemId(meeting, 3);
        board.callAs(() -> keeping.create(point, null, what("Écrire au cégep")));

        MeetingId next = meetings.plan(theirs.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).returns().pending()).isEmpty();
        assertThat(board.callAs(() -> followUps.findOpen(null, 200)))
                .extracting(each -> each.facts().what())
                .contains("Écrire au cégep");
    }

    @Test
    void consultationReturnsUntilRatified() {
        SeatedBoard made = board.addBoard();
        LocalDate asked = settings.today().minusDays(20);
        var facts = new Consultation.ConsultationFacts(asked, asked.plusDays(2), "Appuyer la coalition", 4, 3, 0, 0);
        UUID consultation = board.callAs(() -> consultations.record(made.id(), facts));
        MeetingId meeting = held(made, settings.today().minusDays(9));
        assertThat(meetings.agenda(meeting).returns().toRatify())
                .singleElement()
                .satisfies(each -> assertThat(each.isResolution()).isFalse());

        UUID point = meetings.itemId(meeting, 2);
        board.callAs(() -> resolving.record(
                point, new ResolutionFacts("ratifier", null, null, null, null, "", consultation, null)));

        MeetingId next = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).returns().toRatify()).isEmpty();
    }

    @Test
    void consultationSignedByAllIsAResolution() {
        SeatedBoard made = board.addBoard();
        LocalDate day = settings.today().minusDays(20);
        var all = new Consultation.ConsultationFacts(day, day, "Signer le bail", 4, 4, 0, 4);
        var few = new Consultation.ConsultationFacts(day, day, "Louer la salle", 4, 4, 0, 3);
        board.callAs(() -> consultations.record(made.id(), all));
        board.callAs(() -> consultations.record(made.id(), few));

        MeetingId next = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThat(meetings.agenda(next).returns().toRatify())
                .extracting(Consultation::isResolution)
                .containsExactly(true, false);
    }

    @Test
    void resolutionReturnsAtTheFirstMeetingAfterItsReviewDay() {
        SeatedBoard made = board.addBoard();
        LocalDate today = settings.today();
        MeetingId first = held(made, today.minusDays(40));
        UUID resolution = board.callAs(() -> resolving.record(
                meetings.itemId(first, 2),
                new ResolutionFacts("de louer la salle", null, null, null, null, "", null, today.minusDays(20))));
        MeetingId before = held(made, today.minusDays(30));
        MeetingId cancelled = meetings.plan(made.id(), today.minusDays(15).atTime(19, 0));
        board.callAs(() -> planning.cancel(cancelled, "Tempête"));
        MeetingId after = meetings.plan(made.id(), today.minusDays(10).atTime(19, 0));
        MeetingId later = meetings.plan(made.id(), today.plusDays(5).atTime(19, 0));

        assertThat(meetings.agenda(before).returns().toReview()).isEmpty();
        for (MeetingId each : List.of(after, later)) {
            assertThat(meetings.agenda(each).returns().toReview())
                    .as("until a meeting reviews it")
                    .extracting(Agenda.DueReview::id)
                    .containsExactly(resolution);
        }
        attend(made, after);
        assertThat(meetings.agenda(after).returns().toReview()).hasSize(1);
        assertThat(meetings.agenda(later).returns().toReview()).isEmpty();
    }

    @Test
    void cancelsAHeldMeetingOnlyWithoutDecisions() {
        SeatedBoard made = board.addBoard();
        MeetingId mistaken = held(made, settings.today().minusDays(3));
        MeetingId decided = held(made, settings.today().minusDays(2));
        board.callAs(() -> keeping.create(meetings.itemId(decided, 3), null, what("Écrire")));

        board.callAs(() -> planning.cancel(mistaken, "C’était une autre rencontre"));
        assertThat(withdrawn(mistaken)).isTrue();
        assertThatThrownBy(() -> board.callAs(() -> planning.cancel(decided, "Non")))
                .isInstanceOf(Refused.class);
        assertThat(withdrawn(decided)).isFalse();
    }

    @Test
    void movesFollowUpsAndRealisationsWithAHeldMeeting() {
        SeatedBoard made = board.addBoard();
        LocalDate day = settings.today().minusDays(9);
        MeetingId meeting = held(made, day);
        UUID asked = board.callAs(() -> keeping.create(meetings.itemId(meeting, 3), null, what("Écrire")));
        UUID resolution = board.callAs(
                () -> resolving.record(meetings.itemId(meeting, 2), ResolutionFacts.unanimous("d’écrire", null, null)));
        int version = meetings.agenda(meeting).meeting().version();

        board.callAs(() -> planning.correct(
                meeting, version, MeetingFixture.factsAt(day.minusDays(4).atTime(19, 0))));

        assertThat(board.callAs(() -> followUps.findById(asked)).openedOn()).isEqualTo(day.minusDays(4));
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

    private void attend(SeatedBoard made, MeetingId meeting) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 4).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
    }

    private MeetingId held(SeatedBoard made, LocalDate day) {
        MeetingId meeting = meetings.plan(made.id(), day.atTime(19, 0));
        attend(made, meeting);
        return meeting;
    }

    private static FollowUpFacts what(String what) {
        return new FollowUpFacts(what, null, "La coordination", null);
    }
}
