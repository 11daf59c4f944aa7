package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notice of a meeting: shown first, then said in the history with the state of its letters. */
@ModuleTest
class NoticeHistoryTest extends AssemblyPagesFixture {

    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 1, 28, 19, 0);

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private JdbcClient db;

    @Test
    void sendsTheNotice() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        String url = "/outreach/assembly/meetings/" + meeting.value();

        assertThat(open(url + "/notice").select("main").text())
                .contains("Envoyer l’avis à 4 personnes", "tel que le recevra", "[complété à l’envoi]");
        location(post(url + "/notice"));
        assertThat(history(url))
                .contains("Avis de convocation à 4 personnes : 4 en attente d’envoi · "
                        + visitors.actor(Role.COORDINATOR).label())
                .contains("Convocation préparée")
                .doesNotContain("Modifié", "parti");
        assertThat(open(url).select(".lead").text())
                .contains("4 en attente d’envoi")
                .doesNotContain("parti le");
        assertThat(post(Role.BOARD_MEMBER, url + "/notice")).hasStatus(403);
        db.sql("""
                        UPDATE platform.mail_message SET state = 'SENT', sent_at = now()
                        WHERE record_id = (SELECT id FROM outreach.assembly_notice WHERE meeting = ? LIMIT 1)
                        """).param(meeting.value()).update();
        post(url + "/notice/take-back");
        assertThat(history(url)).contains("Avis de convocation à 4 personnes : 3 retenus, 1 parti");
        location(post(url + "/notice"));
        assertThat(history(url))
                .containsSubsequence(
                        "Avis de convocation à 3 personnes : 3 en attente d’envoi",
                        "Avis de convocation à 4 personnes : 3 retenus, 1 parti");
    }

    private String history(String url) {
        return open(url).select(".history").text().replace('\u00a0', ' ');
    }
}
