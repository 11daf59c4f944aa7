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
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.Board.Seated;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.Meetings;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.Realisations;
import org.convergence.plan.realisation.Source;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.AtOnce;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Minutes from attendance to signature, after which they are read-only. */
@ModuleTest
class MinutesTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private Board board;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MinutesKeeping keeping;

    @Autowired
    private MinutesAdoption adoption;

    @Autowired
    private ResolutionKeeping resolving;

    @Autowired
    private Resolutions resolutions;

    @Autowired
    private Realisations realisations;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private AtOnce atOnce;

    @Autowired
    private JdbcClient db;

    private LocalDate yesterday = LocalDate.EPOCH;

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
        yesterday = settings.today().minusDays(1);
    }

    private MeetingId held(Seated made) {
        MeetingId meeting = meetings.plan(made.id(), yesterday.atTime(19, 0));
        attend(made, meeting, 3);
        return meeting;
    }

    private QuorumPolicy.Finding attend(Seated made, MeetingId meeting, int present) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        for (int seat = 0; seat < 4; seat++) {
            there.put(made.seats().get(seat), seat < present ? AttendanceStatus.HOLDER : AttendanceStatus.EXCUSED);
        }
        return board.by(() -> keeping.attend(meeting, there, "Une invitée", yesterday.atTime(19, 5)));
    }

    @Test
    void theQuorumIsFoundAmongTheSeatsThatAreHeldAndMovesWithWhoIsThere() {
        Seated made = board.seated();
        MeetingId meeting = meetings.plan(made.id(), yesterday.atTime(19, 0));

        assertThat(attend(made, meeting, 2).isReached()).as("two of four").isFalse();
        assertThat(attend(made, meeting, 3).isReached()).as("three of four").isTrue();
        Meeting.Sitting sitting = meetings.agenda(meeting).meeting().sitting();
        assertThat(sitting.quorumAt()).isEqualTo(yesterday.atTime(19, 5));
        assertThat(sitting.quorumPresent()).isEqualTo(3);
        assertThat(sitting.quorumRequired()).isEqualTo(3);
    }

    @Test
    void whoArrivesLateMakesTheQuorumFromAnHourThatIsSaid() {
        Seated made = board.seated();
        MeetingId meeting = meetings.plan(made.id(), yesterday.atTime(19, 0));
        attend(made, meeting, 2);
        var late = Map.of(made.seats().get(2), AttendanceStatus.HOLDER);

        assertThatThrownBy(() -> board.by(() -> keeping.attend(meeting, late, "", null)))
                .isInstanceOf(Refused.class);
        assertThat(meetings.agenda(meeting).meeting().sitting().quorumPresent()).isEqualTo(2);
        board.by(() -> keeping.attend(meeting, late, "", yesterday.atTime(19, 40)));
        board.by(() -> keeping.attend(meeting, Map.of(), "Un invité", null));
        assertThat(meetings.agenda(meeting).meeting().sitting().quorumAt()).isEqualTo(yesterday.atTime(19, 40));
    }

    @Test
    void nobodyIsThereForASeatThatNobodyHoldsNorBeforeTheDay() {
        Seated made = board.seated();
        MeetingId meeting = held(made);
        assertThatThrownBy(() -> board.by(
                        () -> keeping.attend(meeting, Map.of(made.seats().get(4), AttendanceStatus.HOLDER), "", null)))
                .isInstanceOf(Refused.class);
        MeetingId ahead = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThatThrownBy(() -> attend(made, ahead, 3)).isInstanceOf(Refused.class);
    }

    @Test
    void aMeetingThatWasHeldIsOneRealisationHoweverOftenItIsTold() {
        Seated made = board.seated();
        MeetingId meeting = held(made);
        attend(made, meeting, 4);

        RealisationFact fact = fact("meeting", meeting.value());
        assertThat(fact.happening().kind()).isEqualTo(RealisationKind.MEETING);
        assertThat(fact.happening().participations())
                .isNotNull()
                .extracting(all -> all.total())
                .isEqualTo(5);
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
    void resolutionsAreNumberedWithoutAGapHoweverManyAreWrittenAtOnce() {
        Seated made = board.seated();
        MeetingId meeting = held(made);
        UUID point = meetings.point(meeting, 2);
        List<Callable<?>> gestures = new ArrayList<>();
        for (int one = 0; one < 6; one++) {
            String text = "résoudre la chose " + one;
            gestures.add(() -> resolving.record(point, ResolutionFacts.unanimous(text, null, null)));
        }

        assertThat(atOnce.together(visitors.actor(Role.COORDINATOR), gestures)).allMatch(AtOnce.End::went);
        String series = made.code() + "-" + yesterday.toString().substring(0, 7);
        assertThat(board.by(() -> resolutions.of(meeting)))
                .extracting(Passed::label)
                .containsExactly(
                        series + "-01", series + "-02", series + "-03", series + "-04", series + "-05", series + "-06");
    }

    @Test
    void aSecondMeetingOfTheMonthHasASeriesOfItsOwn() {
        Seated made = board.seated();
        MeetingId first = held(made);
        MeetingId second = held(made);
        record(first, "résoudre");
        record(second, "résoudre encore");

        assertThat(board.by(() -> resolutions.of(second)).get(0).label())
                .isEqualTo(made.code() + "-" + yesterday.toString().substring(0, 7) + "b-01");
    }

    @Test
    void aVoteCarriesByTheRulesOfTheDayAndNoMoreVoicesAreCastThanSeatsArePresent() {
        Seated made = board.seated();
        MeetingId meeting = held(made);
        UUID point = meetings.point(meeting, 2);
        String article = "Modification des règlements, art. 31";

        UUID lost = board.by(() -> resolving.record(point, vote(1, 1, 1, article)));
        UUID carried = board.by(() -> resolving.record(point, vote(2, 1, 0, article)));
        assertThatThrownBy(() -> board.by(() -> resolving.record(point, vote(3, 1, 0, null))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> board.by(() -> resolving.record(point, vote(2, 1, 0, "Autre chose"))))
                .isInstanceOf(Refused.class);

        assertThat(board.by(() -> resolutions.one(lost)).carried()).isFalse();
        assertThat(board.by(() -> resolutions.one(carried)).carried()).isTrue();
        assertThat(board.by(() -> realisations.of(source("resolution", lost)))).isEmpty();
        assertThat(fact("resolution", carried).happening().kind()).isEqualTo(RealisationKind.RESOLUTION);
        assertThat(board.by(() -> resolutions.of(meeting))).hasSize(2);
    }

    @Test
    void signedMinutesNeverChangeNotEvenByMistake() {
        Seated made = board.seated();
        MeetingId meeting = held(made);
        UUID point = meetings.point(meeting, 2);
        UUID resolution = record(meeting, "résoudre");
        meetings.paper(point, "papier.pdf", 1);
        assertThatThrownBy(() -> board.run(() -> adoption.sign(meeting, settings.today(), "La présidence")))
                .as("before they are adopted")
                .isInstanceOf(Refused.class);
        board.run(() -> adoption.adopt(meeting, settings.today(), null));
        board.run(() -> adoption.sign(meeting, settings.today(), "La présidence"));

        int version = meetings.agenda(meeting).points().get(1).version();
        assertThatThrownBy(() -> board.run(() -> keeping.minute(point, version, "Autre chose")))
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
                .as("who someone is may still be put right")
                .isOne();
    }

    @Test
    void twoWhoWriteOnePointAreToldAndTwoWhoWriteTwoPointsAreNot() {
        MeetingId meeting = held(board.seated());
        var points = meetings.agenda(meeting).points();
        board.run(() -> keeping.minute(points.get(1).id(), points.get(1).version(), "Ce que dit l’une"));
        board.run(() -> keeping.minute(points.get(2).id(), points.get(2).version(), "Un autre point"));
        // Saved automatically, then by the button.
        board.run(() -> keeping.minute(points.get(2).id(), points.get(2).version(), "Un autre point"));

        assertThatThrownBy(() -> board.run(
                        () -> keeping.minute(points.get(1).id(), points.get(1).version(), "Ce que dit l’autre")))
                .isInstanceOf(EditConflict.class);
    }

    private UUID record(MeetingId meeting, String text) {
        UUID point = meetings.point(meeting, 2);
        return board.by(() -> resolving.record(point, ResolutionFacts.unanimous(text, null, null)));
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

    private static Source source(String kind, UUID id) {
        return new Source("outreach.assembly", kind, id.toString(), null);
    }

    private RealisationFact fact(String kind, UUID id) {
        return board.by(() -> facts.of(List.of(realisations.of(source(kind, id)).orElseThrow()))
                .get(0));
    }
}
