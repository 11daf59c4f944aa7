package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.Board.Seated;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.Meetings;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What changes when a resolution is corrected. */
@ModuleTest
class ResolutionKeepingTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private Board board;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MinutesKeeping minutes;

    @Autowired
    private ResolutionKeeping keeping;

    @Autowired
    private Resolutions resolutions;

    @Autowired
    private OrganisationSettings settings;

    @Test
    void theVoicesAreThoseOfThenWhoeverLeftSince() {
        visitors.anOrganisation();
        Seated made = board.seated();
        var evening = settings.today().minusDays(1).atTime(19, 0);
        MeetingId meeting = meetings.plan(made.id(), evening);
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.by(() -> minutes.attend(meeting, there, "", null));
        UUID point = meetings.point(meeting, 2);
        UUID agreed = board.by(() -> keeping.record(point, unanimous("d’aider la coalition")));
        UUID voted = board.by(() -> keeping.record(point, vote(2, 1)));
        board.run(() -> minutes.depart(meeting, made.holders().get(2), evening.plusMinutes(70)));

        board.run(() -> keeping.correct(agreed, 1, unanimous("d’appuyer la coalition")));
        board.run(() -> keeping.correct(voted, 1, vote(3, 0)));

        assertThat(board.by(() -> resolutions.one(agreed)).present()).isEqualTo(3);
        assertThat(board.by(() -> resolutions.one(voted)).present()).isEqualTo(3);
        assertThatThrownBy(() -> board.by(() -> keeping.record(point, vote(3, 0))))
                .as("two are left")
                .hasMessage("assembly.refused.more-voices");
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
