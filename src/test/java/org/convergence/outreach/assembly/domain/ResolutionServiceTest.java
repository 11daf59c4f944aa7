package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.DecisionLookup;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes when a resolution is corrected. */
@ModuleTest
class ResolutionServiceTest {

    @Autowired
    private JdbcClient db;

    @Autowired
    private DecisionLookup decisions;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService keeping;

    @Autowired
    private ResolutionQueries resolutions;

    @Autowired
    private OrganisationSettings settings;

    @Test
    void keepsTheNumberOfVotesAfterDepartures() {
        visitors.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        var evening = settings.today().minusDays(1).atTime(19, 0);
        MeetingId meeting = meetings.plan(made.id(), evening);
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
        UUID point = meetings.itemId(meeting, 2);
        UUID agreed = board.callAs(() -> keeping.record(point, unanimous("d’aider la coalition")));
        UUID voted = board.callAs(() -> keeping.record(point, vote(2, 1)));
        board.runAs(() -> minutes.recordDeparture(meeting, made.holders().get(2), evening.plusMinutes(70)));

        board.runAs(() -> keeping.correct(agreed, 1, unanimous("d’appuyer la coalition")));
        board.runAs(() -> keeping.correct(voted, 1, vote(3, 0)));

        assertThat(board.callAs(() -> resolutions.findById(agreed)).opening().cards())
                .isEqualTo(3);
        assertThat(board.callAs(() -> resolutions.findById(voted)).opening().cards())
                .isEqualTo(3);
        assertThatThrownBy(() -> board.callAs(() -> keeping.record(point, vote(3, 0))))
                .as("two are left")
                .hasMessage("assembly.refused.more-voices");
    }

    @Test
    void tellsAResolutionWithoutQuorum() {
        visitors.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        var evening = settings.today().minusDays(1).atTime(19, 0);
        MeetingId meeting = meetings.plan(made.id(), evening);
        Map<UUID, AttendanceStatus> there = new HashMap<>(Map.of(made.seats().get(0), AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
        UUID id = board.callAs(() -> keeping.record(meetings.itemId(meeting, 2), vote(1, 0)));
        ResolutionDetails alone = board.callAs(() -> resolutions.findById(id));
        assertThat(alone.result()).isEqualTo("carried.no-quorum");
        assertThat(alone.opening().quorumPresent()).isEqualTo(1);
        assertThat(countRealisations(id)).as("it is to be taken up again").isZero();
        assertThat(board.callAs(() -> decisions.findByNumber(alone.label())))
                .as("nothing may cite it")
                .isEmpty();

        made.seats().subList(1, 4).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", evening.plusHours(1)));
        board.runAs(() -> keeping.correct(id, 1, vote(4, 0)));
        assertThat(board.callAs(() -> resolutions.findById(id)).result()).isEqualTo("carried");
        assertThat(countRealisations(id)).isOne();
    }

    private int countRealisations(UUID resolution) {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE source_id = ? AND state <> 'WITHDRAWN'")
                .param(resolution.toString())
                .query(Integer.class)
                .single();
    }

    private static ResolutionFacts unanimous(String text) {
        return ResolutionFacts.unanimous(text, null, null);
    }

    private static ResolutionFacts vote(int inFavour, int against) {
        return new ResolutionFacts(
                "de louer la salle",
                null,
                null,
                new ResolutionFacts.Ballot(inFavour, against, 0),
                null,
                "",
                null,
                null);
    }
}
