package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
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
        Pages.location(post(url + "/notice"));
        assertThat(history(url))
                .contains("Avis de convocation préparé pour 4 personnes : 4 en attente d’envoi · "
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
        assertThat(history(url))
                .containsPattern("Avis de convocation préparé pour 4 personnes : 3 retenus, 1 parti \\(le \\d")
                .contains("Courriels annulés avant l’envoi : 3 personnes");
        Pages.location(post(url + "/notice"));
        assertThat(history(url))
                .containsSubsequence(
                        "Avis de convocation préparé pour 3 personnes : 3 en attente d’envoi",
                        "Courriels annulés avant l’envoi : 3 personnes",
                        "Avis de convocation préparé pour 4 personnes : 3 retenus, 1 parti");
    }

    @Test
    void showsDeliveriesAndTheirUndoing() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        String url = "/outreach/assembly/meetings/" + meeting.value();
        String holder = made.holders().get(0).value().toString();
        deliver(url, holder);
        for (String page : List.of(url, url + "/notice", "/outreach/assembly/meetings")) {
            assertThat(open(page).select("main").text()).contains("1 remis autrement, 3 sans avis");
        }
        assertThat(history(url)).contains("Remise de l’avis notée : 1 personne").doesNotContain("préparé pour");
        Pages.location(post(url + "/notice/delivered/" + holder + "/undo"));

        assertThat(history(url))
                .containsSubsequence("Remise de l’avis annulée : 1 personne", "Remise de l’avis notée : 1 personne")
                .doesNotContain("préparé pour");

        Pages.location(post(url + "/notice"));
        deliver(url, holder);
        Pages.location(post(url + "/notice/delivered/" + holder + "/undo"));
        assertThat(history(url))
                .as("of a letter that waits again")
                .containsSubsequence(
                        "Remise de l’avis annulée : 1 personne",
                        "Remise de l’avis notée : 1 personne",
                        "préparé pour 4 personnes");
    }

    private void deliver(String url, String holder) {
        Pages.location(post(
                url + "/notice/delivered",
                "person",
                holder,
                "method",
                "HAND",
                "on",
                settings.today().toString()));
    }

    @Test
    void lateNoticeStaysLateOnceQueued() {
        MeetingId meeting = meetings.plan(
                board.addBoard().id(), settings.today().plusDays(4).atTime(19, 0));
        String url = "/outreach/assembly/meetings/" + meeting.value();
        Pages.location(post(url + "/notice"));
        assertThat(open(url).select(".lead").text().replace('\u00a0', ' '))
                .startsWith("Avis en retard (")
                .endsWith("4 en attente d’envoi");
    }

    private String history(String url) {
        return open(url).select(".history").text().replace('\u00a0', ' ');
    }
}
