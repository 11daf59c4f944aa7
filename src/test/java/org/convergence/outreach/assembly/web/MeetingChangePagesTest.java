package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Moving and cancelling a convened meeting show their letters first, and the notice page shows them afterwards. */
@ModuleTest
class MeetingChangePagesTest extends AssemblyPagesFixture {

    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 1, 28, 19, 0);

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private JdbcClient db;

    private MeetingId meeting;
    private String url;

    @BeforeEach
    void aConvenedMeeting() {
        db.sql("DELETE FROM platform.mail_message").update();
        meeting = meetings.plan(board.addBoard().id(), EVENING);
        url = "/outreach/assembly/meetings/" + meeting.value();
        Pages.location(post(url + "/notice"));
    }

    @Test
    void savesAtOnceWhileAllNoticesWait() {
        assertThat(Pages.location(move("18:30"))).isEqualTo(url);
        assertThat(begins()).isEqualTo("2027-01-28T18:30");
        assertThat(open(url + "/notice").select("main").text()).doesNotContain("Avis du changement");
        assertThat(open(url).select(".history").text().replace('\u00a0', ' '))
                .contains("28 janvier 2027 à 19 h", "28 janvier 2027 à 18 h 30")
                .doesNotContain("2027-01-28");
    }

    @Test
    void showsTheLettersOfAMoveFirst() {
        leave();
        MvcTestResult shown = move("18:30");
        assertThat(shown).hasStatusOk();
        Document confirmation = page(shown);
        assertThat(text(confirmation))
                .contains("Enregistrer et écrire à 4 personnes", "4 courriels à", "Heure : 19 h → 18 h 30");
        assertThat(begins()).as("not saved yet").isEqualTo("2027-01-28T19:00");

        assertThat(text(page(submit(confirmation, "revise")))).contains("Modifier la rencontre");
        assertThat(follow(submit(confirmation, "confirmed")))
                .contains("4 courriels attendent. Le courriel n’est pas encore configuré");

        assertThat(begins()).isEqualTo("2027-01-28T18:30");
        assertThat(text(open(url))).contains("Avis du changement : 4 en attente d’envoi");
        Document notice = open(url + "/notice");
        assertThat(text(notice)).contains("Avis du changement à 4 personnes", "Annuler ce qui attend encore");
        Pages.location(post(url + "/notice/take-back"));
        assertThat(text(open(url + "/notice"))).contains("Prévenir 4 personnes", "Heure : 19 h → 18 h 30");
        Pages.location(post(url + "/notice/change"));
        assertThat(text(open(url + "/notice"))).doesNotContain("Prévenir 4 personnes");
    }

    @Test
    void showsTheNoticeAgainWhereTheMeetingChangedMeanwhile() {
        MeetingId other = meetings.plan(board.addBoard().id(), EVENING);
        String there = "/outreach/assembly/meetings/" + other.value() + "/notice";
        String seen = open(there).select("button[name=shown]").attr("value");
        db.sql("UPDATE outreach.assembly_meeting SET place = 'Salle 12' WHERE id = ?")
                .param(other.value())
                .update();
        assertThat(Pages.location(post(there, "shown", seen))).endsWith("/notice");
        Document again = open(there);
        assertThat(text(again)).contains("Salle 12", "Envoyer l’avis à 4 personnes");
        assertThat(Pages.location(
                        post(there, "shown", again.select("button[name=shown]").attr("value"))))
                .doesNotEndWith("/notice");
    }

    @Test
    void countsTheNoticeOfANewDayFromTheLettersThatTellIt() {
        leave();
        assertThat(text(open(url))).contains("Avis parti le");
        Pages.location(submit(page(move("2027-01-21", "19:00")), "confirmed"));
        assertThat(text(open(url))).contains("Avis : 4 en attente d’envoi").doesNotContain("Avis parti le");
        leave();
        assertThat(text(open(url))).contains("Avis parti le");
    }

    @Test
    void restoresACancelledMeetingWhileNobodyKnows() {
        leave();
        assertThat(post(url + "/restore")).as("not cancelled").hasStatus(422);
        Pages.location(submit(page(post(url + "/cancel", "reason", "Tempête de neige")), "confirmed"));
        assertThat(text(open(url))).contains("Annulée : Tempête de neige", "Rétablir la rencontre");
        assertThat(follow(post(url + "/restore"))).contains("La rencontre est de nouveau prévue");
        assertThat(text(open(url)))
                .contains("Avis d’annulation préparé pour 4 personnes : 4 retenus")
                .doesNotContain("Rétablir");
        Pages.location(submit(page(post(url + "/cancel", "reason", "Tempête de neige")), "confirmed"));
        leave();
        assertThat(text(page(post(url + "/restore")))).contains("L’annulation est déjà partie");
        assertThat(open(url).select("form[action$=/restore]")).isEmpty();
    }

    @Test
    void showsTheLettersOfACancellationFirst() {
        leave();
        Document confirmation = page(post(url + "/cancel", "reason", "Tempête de neige"));
        assertThat(text(confirmation))
                .contains(
                        "Annuler la rencontre et écrire à 4 personnes", "Tempête de neige", "n’est pas encore annulée");
        assertThat(page(submit(confirmation, "revise"))
                        .select("textarea[name=reason]")
                        .text())
                .isEqualTo("Tempête de neige");
        Pages.location(submit(confirmation, "confirmed"));

        for (String shown : List.of(url, url + "/notice", "/outreach/assembly/meetings", "/")) {
            assertThat(open(shown)
                            .select(shown.startsWith(url) ? "main" : "li:has(a[href*=" + meeting.value() + "])")
                            .text())
                    .as(shown)
                    .doesNotContain("à envoyer", "Envoyer l’avis");
        }
        assertThat(text(open(url))).contains("Avis de l’annulation : 4 en attente d’envoi");
        assertThat(open(url).select("a[href$=/notice]")).hasSize(1);
        assertThat(text(open(url + "/notice"))).contains("Avis d’annulation à 4 personnes", "En attente d’envoi");
        Pages.location(post(url + "/notice/take-back"));
        Document notice = open(url + "/notice");
        assertThat(text(notice)).contains("Prévenir 4 personnes");
        String first = notice.select("#told input[name=person]").get(0).val();
        Pages.location(post(
                url + "/notice/told",
                "person",
                first,
                "method",
                "HAND",
                "on",
                settings.today().toString()));
        notice = open(url + "/notice");
        assertThat(text(notice)).contains("Prévenir 3 personnes", "Remis en main propre");
        assertThat(notice.select("#told input[name=person]").eachAttr("value"))
                .hasSize(3)
                .doesNotContain(first);
    }

    @Test
    void saysThatNoticesWaitWithoutMail() {
        MeetingId other = meetings.plan(board.addBoard().id(), EVENING);
        assertThat(follow(post("/outreach/assembly/meetings/" + other.value() + "/notice")))
                .contains("Le courriel n’est pas encore configuré : l’avis à 4 personnes attend.");
    }

    @Test
    void secondTabIsSentToThePageOfTheNotice() {
        assertThat(Pages.location(post(url + "/notice"))).isEqualTo(url + "/notice");
    }

    @Test
    void marksTheRefusedDayOfADelivery() {
        MvcTestResult refused = post(
                url + "/notice/delivered",
                "all",
                "true",
                "method",
                "HAND",
                "on",
                settings.today().plusDays(3).toString());
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select("input[name=on]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page(refused).select("[data-focus]").text()).contains("avenir");
    }

    private MvcTestResult move(String hour) {
        return move("2027-01-28", hour);
    }

    private MvcTestResult move(String day, String hour) {
        return post(
                url + "/edit",
                "version",
                String.valueOf(meetings.agenda(meeting).meeting().version()),
                "day",
                day,
                "begins",
                hour,
                "place",
                "Salle 2",
                "region",
                "QC-06");
    }

    /** Presses a button of the confirmation, with the values that it carries. */
    private MvcTestResult submit(Document confirmation, String button) {
        Elements form = confirmation.select("main form.gestures");
        assertThat(form).hasSize(1);
        return post(
                form.attr("action"),
                Stream.concat(
                                form.select("input[type=hidden]").stream()
                                        .filter(each -> !each.attr("name").startsWith("_"))
                                        .flatMap(each -> Stream.of(each.attr("name"), each.val())),
                                Stream.of(
                                        button,
                                        form.select("button[name=" + button + "]")
                                                .val()))
                        .toArray(String[]::new));
    }

    /** The page after an answer, with its notice. */
    private String follow(MvcTestResult answer) {
        return text(page(mvc.get()
                .uri(Pages.location(answer))
                .cookie(answer.getResponse().getCookies())
                .with(visitors.as(Role.COORDINATOR))
                .exchange()));
    }

    private void leave() {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
    }

    private String begins() {
        return meetings.agenda(meeting).meeting().plan().begins().toString();
    }

    private static String text(Document page) {
        return page.select("main").text().replace('\u00a0', ' ');
    }
}
