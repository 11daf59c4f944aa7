package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a vote's quorum is doubted follows from the attendance as it is recorded, not from a later noting of it. */
@ModuleTest
class QuorumDoubtTest {

    @Autowired
    private TestUsers users;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService resolutions;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Test
    void doubtsAVoteThatLackedAQuorumBeforeTheAttendanceIsNotedAgain() {
        users.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().minusDays(1).atTime(19, 0));
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
        UUID vote = board.callAs(() ->
                resolutions.record(meetings.itemId(meeting, 2), ResolutionFacts.unanimous("de partir", null, null)));
        String page = "/outreach/assembly/resolutions/" + vote;
        assertThat(main(page)).doesNotContain("à vérifier");

        // As an earlier version left it: the attendance corrected, the vote not marked.
        db.sql("UPDATE outreach.assembly_meeting SET quorum_present = 1, quorum_required = 3 WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(main(page)).contains("Adoptée, quorum à vérifier");
        assertThat(main("/")).contains("Quorum d’un vote à vérifier");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(page + "/edit", "version=1", "text=de partir", "mode=UNANIMOUS", "counted=CONFIRMED"))
                .hasStatus(303);
        assertThat(main(page)).doesNotContain("à vérifier");
        assertThat(main("/")).doesNotContain("Quorum d’un vote à vérifier");
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
