package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Minutes from attendance to signature, after which they are read-only. */
@ModuleTest
class MinutesServiceTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService keeping;

    @Autowired
    private MinutesAdoptionService adoption;

    @Autowired
    private ResolutionService resolving;

    @Autowired
    private ResolutionQueries resolutions;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    private LocalDate yesterday = LocalDate.EPOCH;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
        yesterday = settings.today().minusDays(1);
    }

    private MeetingId held(SeatedBoard made) {
        MeetingId meeting = meetings.plan(made.id(), yesterday.atTime(19, 0));
        attend(made, meeting, 3);
        return meeting;
    }

    private QuorumPolicy.QuorumResult attend(SeatedBoard made, MeetingId meeting, int present) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        for (int seat = 0; seat < 4; seat++) {
            there.put(made.seats().get(seat), seat < present ? AttendanceStatus.HOLDER : AttendanceStatus.EXCUSED);
        }
        return board.callAs(() -> keeping.recordAttendance(meeting, there, "Une invitée", yesterday.atTime(19, 5)));
    }

    @Test
    void computesTheQuorumFromHeldSeats() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), yesterday.atTime(19, 0));

        assertThat(attend(made, meeting, 2).isReached()).as("two of four").isFalse();
        assertThat(attend(made, meeting, 3).isReached()).as("three of four").isTrue();
        Meeting.MeetingProceedings sitting = meetings.agenda(meeting).meeting().sitting();
        assertThat(sitting.quorumAt()).isEqualTo(yesterday.atTime(19, 5));
        assertThat(sitting.quorumPresent()).isEqualTo(3);
        assertThat(sitting.quorumRequired()).isEqualTo(3);
    }

    @Test
    void requiresTheTimeOfALateQuorum() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), yesterday.atTime(19, 0));
        attend(made, meeting, 2);
        var late = Map.of(made.seats().get(2), AttendanceStatus.HOLDER);

        assertThatThrownBy(() -> board.callAs(() -> keeping.recordAttendance(meeting, late, "", null)))
                .isInstanceOf(Refused.class);
        assertThat(meetings.agenda(meeting).meeting().sitting().quorumPresent()).isEqualTo(2);
        board.callAs(() -> keeping.recordAttendance(meeting, late, "", yesterday.atTime(19, 40)));
        board.callAs(() -> keeping.recordAttendance(meeting, Map.of(), "Un invité", null));
        assertThat(meetings.agenda(meeting).meeting().sitting().quorumAt()).isEqualTo(yesterday.atTime(19, 40));
    }

    @Test
    void refusesAttendanceOfVacantSeatsAndFutureMeetings() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made);
        assertThatThrownBy(() -> board.callAs(() -> keeping.recordAttendance(
                        meeting, Map.of(made.seats().get(4), AttendanceStatus.HOLDER), "", null)))
                .isInstanceOf(Refused.class);
        MeetingId ahead = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThatThrownBy(() -> attend(made, ahead, 3)).isInstanceOf(Refused.class);
    }

    @Test
    void recordsOneRealisationPerHeldMeeting() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made);
        assertThat(fact("meeting", meeting.value()).happening().participations())
                .isEqualTo(Participations.of(4));
        attend(made, meeting, 4);

        RealisationFact fact = fact("meeting", meeting.value());
        assertThat(fact.happening().kind()).isEqualTo(RealisationKind.MEETING);
        assertThat(fact.happening().participations()).isEqualTo(Participations.of(5));
        assertThat(fact.happening().organisations())
                .as("two seats of one organisation")
                .hasSize(3);
        assertThat(db.sql("SELECT count(*) FROM plan.realisation WHERE source_id = ?")
                        .param(meeting.value().toString())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void numbersConcurrentResolutionsWithoutGaps() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made);
        UUID point = meetings.itemId(meeting, 2);
        List<Callable<?>> gestures = new ArrayList<>();
        for (int one = 0; one < 6; one++) {
            String text = "résoudre la chose " + one;
            gestures.add(() -> resolving.record(point, ResolutionFacts.unanimous(text, null, null)));
        }

        assertThat(atOnce.runTogether(visitors.actor(Role.COORDINATOR), gestures))
                .allMatch(ConcurrentActions.ActionResult::went);
        String series = made.code() + "-" + yesterday.toString().substring(0, 7);
        assertThat(board.callAs(() -> resolutions.findByMeeting(meeting)))
                .extracting(ResolutionDetails::label)
                .containsExactly(
                        series + "-01", series + "-02", series + "-03", series + "-04", series + "-05", series + "-06");
    }

    @Test
    void givesASecondMeetingOfTheMonthItsOwnSeries() {
        SeatedBoard made = board.addBoard();
        MeetingId first = held(made);
        MeetingId second = held(made);
        record(first, "résoudre");
        record(second, "résoudre encore");

        assertThat(board.callAs(() -> resolutions.findByMeeting(second)).get(0).label())
                .isEqualTo(made.code() + "-" + yesterday.toString().substring(0, 7) + "b-01");
    }

    @Test
    void appliesTheMajorityOfTheDay() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made);
        UUID point = meetings.itemId(meeting, 2);
        String article = "Modification des règlements, art. 31";

        UUID lost = board.callAs(() -> resolving.record(point, vote(1, 1, 1, article)));
        UUID carried = board.callAs(() -> resolving.record(point, vote(2, 1, 0, article)));
        assertThatThrownBy(() -> board.callAs(() -> resolving.record(point, vote(3, 1, 0, null))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> board.callAs(() -> resolving.record(point, vote(2, 1, 0, "Autre chose"))))
                .isInstanceOf(Refused.class);

        assertThat(board.callAs(() -> resolutions.findById(lost)).carried()).isFalse();
        assertThat(board.callAs(() -> resolutions.findById(carried)).carried()).isTrue();
        assertThat(board.callAs(() -> realisations.findBySource(source("resolution", lost))))
                .isEmpty();
        assertThat(fact("resolution", carried).happening().kind()).isEqualTo(RealisationKind.RESOLUTION);
        assertThat(board.callAs(() -> resolutions.findByMeeting(meeting))).hasSize(2);
    }

    @Test
    void signedMinutesAreReadOnly() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made);
        UUID point = meetings.itemId(meeting, 2);
        UUID resolution = record(meeting, "résoudre");
        meetings.attachPaper(point, "papier.pdf", 1);
        assertThatThrownBy(() -> board.runAs(() -> adoption.sign(meeting, settings.today(), "La présidence")))
                .as("before they are adopted")
                .isInstanceOf(Refused.class);
        board.runAs(() -> adoption.adopt(meeting, settings.today(), null));
        board.runAs(() -> adoption.sign(meeting, settings.today(), "La présidence"));

        int version = meetings.agenda(meeting).points().get(1).version();
        assertThatThrownBy(() -> board.runAs(() -> keeping.saveItemMinutes(point, version, "Autre chose")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> record(meeting, "encore")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> attend(made, meeting, 4)).isInstanceOf(Refused.class);
        for (String statement : Set.of(
                "UPDATE outreach.assembly_meeting SET chair = 'X' WHERE id = ?",
                "UPDATE outreach.assembly_item SET minutes = 'X' WHERE meeting = ?",
                "DELETE FROM outreach.assembly_item WHERE meeting = ?",
                "UPDATE outreach.assembly_attendance SET status = 'ABSENT' WHERE meeting = ?",
                "UPDATE outreach.assembly_resolution SET text = 'X' WHERE meeting = ?",
                "DELETE FROM outreach.assembly_resolution WHERE meeting = ?",
                "UPDATE outreach.assembly_meeting SET signed_document = NULL, signed_on = NULL, signed_by = NULL WHERE id = ?",
                "DELETE FROM outreach.assembly_attendance WHERE meeting = ?",
                "DELETE FROM outreach.assembly_paper WHERE meeting = ?",
                "DELETE FROM outreach.assembly_meeting WHERE id = ?",
                "INSERT INTO outreach.assembly_interest (id, meeting, item, person, nature, abstained)"
                        + " SELECT gen_random_uuid(), meeting, item, proposer, 'X', true"
                        + " FROM outreach.assembly_resolution WHERE meeting = ?")) {
            assertThatThrownBy(() -> db.sql(statement).param(meeting.value()).update())
                    .as(statement)
                    .hasMessageContaining("Signed minutes are never changed");
        }
        assertThat(db.sql("UPDATE outreach.assembly_resolution SET proposer = NULL WHERE id = ?")
                        .param(resolution)
                        .update())
                .as("a name may still be corrected")
                .isOne();
    }

    @Test
    void reportsConflictsPerItem() {
        MeetingId meeting = held(board.addBoard());
        var points = meetings.agenda(meeting).points();
        board.runAs(
                () -> keeping.saveItemMinutes(points.get(1).id(), points.get(1).version(), "Ce que dit l’une"));
        board.runAs(
                () -> keeping.saveItemMinutes(points.get(2).id(), points.get(2).version(), "Un autre point"));
        // Saved automatically, then by the button.
        board.runAs(
                () -> keeping.saveItemMinutes(points.get(2).id(), points.get(2).version(), "Un autre point"));

        assertThatThrownBy(() -> board.runAs(() -> keeping.saveItemMinutes(
                        points.get(1).id(), points.get(1).version(), "Ce que dit l’autre")))
                .isInstanceOf(EditConflict.class);
    }

    private UUID record(MeetingId meeting, String text) {
        UUID point = meetings.itemId(meeting, 2);
        return board.callAs(() -> resolving.record(point, ResolutionFacts.unanimous(text, null, null)));
    }

    private static ResolutionFacts vote(int inFavour, int against, int abstained, @Nullable String article) {
        return new ResolutionFacts(
                "modifier l’article 4",
                null,
                null,
                new ResolutionFacts.Ballot(inFavour, against, abstained),
                article,
                "",
                null,
                null);
    }

    private static RealisationSource source(String kind, UUID id) {
        return new RealisationSource("outreach.assembly", kind, id.toString(), null);
    }

    private RealisationFact fact(String kind, UUID id) {
        return board.callAs(() -> facts.findAllById(
                        List.of(realisations.findBySource(source(kind, id)).orElseThrow()))
                .get(0));
    }
}
