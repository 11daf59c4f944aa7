package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of a meeting: planned, convened, and opened by a link without an account. */
@ModuleTest
class MeetingPageAssemblerTest extends AssemblyPagesFixture {

    private static final LocalDateTime EVENING = LocalDateTime.of(2027, 1, 28, 19, 0);

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService resolving;

    @Autowired
    private List<BodyCompleter> completers;

    @Autowired
    private JdbcClient db;

    @Test
    void plansAMeetingWithStandingItems() {
        SeatedBoard made = board.addBoard();
        String url = Pages.location(post(
                "/outreach/assembly/meetings/new",
                "body",
                made.id().value().toString(),
                "day",
                "2027-01-28",
                "begins",
                "19 h 30",
                "place",
                "Salle 2"));

        Document page = open(url);
        assertThat(page.select("#agenda li .what > a").eachText())
                .containsExactly(
                        "Ouverture et constat du quorum", "Adoption du procès-verbal précédent", "Suivis", "Levée");
        assertThat(page.select(".facts").text()).contains("Jeudi 28 janvier 2027", "19 h 30");
        assertThat(page.select(".lead").text()).contains("18 janvier 2027");
        Pages.location(post(url + "/items", "title", "Varia"));
        Pages.location(post(url + "/items", "title", "Plan d’action", "asked", "Adopter le plan d’action"));
        assertThat(open(url).select("#agenda li .what > a").eachText())
                .as("before the closing items")
                .endsWith("Suivis", "Plan d’action", "Varia", "Levée");
        assertThat(page.title()).contains(", 28 janvier 2027");
        assertThat(open(url + "/minutes").select("h1").text()).isEqualTo("Procès-verbal du 28 janvier 2027");
        assertThat(post("/outreach/assembly/meetings/new", "day", "2027-01-28", "begins", "25:00"))
                .hasStatus(422);
    }

    @Test
    void showsReviewsUnderTheirOwnTitle() {
        SeatedBoard made = board.addBoard();
        MeetingId held = meetings.plan(made.id(), settings.today().minusDays(9).atTime(19, 0));
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.runAs(() -> minutes.recordAttendance(held, there, "", null));
        board.callAs(() -> resolving.record(
                meetings.itemId(held, 2),
                new ResolutionFacts("de louer la salle", null, null, null, null, "", null, settings.today())));
        MeetingId next = meetings.plan(made.id(), settings.today().atTime(19, 0));

        assertThat(open("/outreach/assembly/meetings/" + next.value())
                        .select("#agenda h3")
                        .eachText())
                .containsExactly("Résolutions à revoir");
        assertThat(page(visit(link(next))).select("h3").eachText()).containsExactly("Résolutions à revoir");
    }

    @Test
    void noticeDeliveredByHandCountsFromItsDayAndTheOthersStillWait() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        String url = "/outreach/assembly/meetings/" + meeting.value();
        Pages.location(post(url + "/notice"));
        Document before = open(url + "/notice");
        String first = before.select("#delivered input[name=person]").attr("value");
        String day = settings.today().minusDays(1).toString();

        assertThat(post(url + "/notice/delivered", "method", "HAND", "on", day))
                .as("no one ticked")
                .hasStatus(422);
        Pages.location(post(url + "/notice/delivered", "person", first, "method", "HAND", "on", day));
        assertThat(open(url + "/notice").select("main").text())
                .contains("3 en attente d’envoi")
                .containsPattern("Remis en main propre le \\d+\\S* \\S+ \\d+ "
                        + visitors.actor(Role.COORDINATOR).label() + ", le");
        Pages.location(post(url + "/notice/take-back"));
        assertThat(open(url + "/notice").select("main").text()).contains("Retenu", "Envoyer l’avis à 3 personnes");
        Pages.location(post(url + "/notice/delivered", "all", "true", "method", "POST", "on", day));
        assertThat(open(url).select(".lead").text()).contains("Avis remis le");

        Document noted = open(url + "/notice");
        for (Element undo : noted.select("form[action$=/undo]")) {
            Pages.location(post(undo.attr("action")));
        }
        assertThat(open(url + "/notice").select("main").text())
                .contains("1 en attente d’envoi", "Envoyer l’avis à 3 personnes")
                .doesNotContain("Remis en main propre le", "Remis à la poste le");
    }

    @Test
    void noticeNeverWrittenIsNotNotedWhenItsOnlyDeliveryIsUndone() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        String url = "/outreach/assembly/meetings/" + meeting.value();
        String first =
                open(url + "/notice").select("#delivered input[name=person]").attr("value");
        Pages.location(post(
                url + "/notice/delivered",
                "person",
                first,
                "method",
                "HAND",
                "on",
                settings.today().toString()));
        Pages.location(post(url + "/notice/delivered/" + first + "/undo"));
        assertThat(open(url + "/notice").select("main").text()).contains("Envoyer l’avis à 4 personnes");
        assertThat(db.sql("SELECT count(*) FROM outreach.assembly_notice WHERE meeting = ?")
                        .param(meeting.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(db.sql("SELECT convened_at IS NULL FROM outreach.assembly_meeting WHERE id = ?")
                        .param(meeting.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void takesBackTheNoticeOfACancelledMeeting() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        String url = "/outreach/assembly/meetings/" + meeting.value();
        Pages.location(post(url + "/notice"));
        Pages.location(post(url + "/cancel", "reason", "Tempête"));

        assertThat(open(url + "/notice").select("main").text())
                .contains("Annulée", "Retenu")
                .doesNotContain("Avis à envoyer", "Envoyer l’avis", "en attente d’envoi");
        assertThat(db.sql("SELECT count(*) FROM outreach.assembly_notice WHERE meeting = ? AND kind = 'CANCELLED'")
                        .param(meeting.value())
                        .query(Long.class)
                        .single())
                .as("people without the notice are not informed either")
                .isZero();
    }

    @Test
    void linkShowsOnlyItsMeeting() throws Exception {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = meetings.plan(made.id(), EVENING);
        DocumentId mine = meetings.attachPaper(meetings.itemId(meeting, 2), "procès-verbal.pdf", 3);
        MeetingId other = meetings.plan(made.id(), EVENING.plusDays(30));
        DocumentId theirs = meetings.attachPaper(meetings.itemId(other, 2), "autre.pdf", 1);
        String link = link(meeting);

        MvcTestResult shown = visit(link);
        assertThat(shown).hasStatusOk();
        assertThat(shown.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(shown.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page(shown).select("nav, a[href^=/outreach/assembly/meetings]"))
                .isEmpty();
        assertThat(page(shown).select("[src^=http], link[href^=http]")).isEmpty();
        assertThat(visit(link + "/papers/" + mine.value())).hasStatusOk();
        assertThat(visit(link + "/papers/" + theirs.value())).hasStatus(404);
        assertThat(visit("/platform/document/" + mine.value()).getResponse().getStatus())
                .isNotEqualTo(200);

        byte[] pdf = visit(link + "/papers.pdf").getResponse().getContentAsByteArray();
        try (PDDocument bound = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(bound);
            assertThat(text).contains("Ordre du jour", "procès-verbal.pdf (à la suite)");
            assertThat(bound.getNumberOfPages()).isGreaterThan(3);
        }
    }

    @Test
    void createsTheLinkWhenTheLetterLeavesAndStoresAHash() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        Pages.location(post("/outreach/assembly/meetings/" + meeting.value() + "/notice"));
        UUID notice = db.sql("SELECT id FROM outreach.assembly_notice WHERE meeting = ? LIMIT 1")
                .param(meeting.value())
                .query(UUID.class)
                .single();
        String first = linkOf(notice);
        String again = linkOf(notice);

        assertThat(visit(again)).hasStatusOk();
        assertThat(visit(first)).as("an attempt that may have arrived").hasStatusOk();
        String secret = again.substring(again.lastIndexOf('/') + 1);
        assertThat(db.sql("SELECT count(*) FROM outreach.assembly_link WHERE encode(token, 'escape') LIKE ?")
                        .param("%" + secret + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letterSentAfterClosingLinksOpensNothing() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        Pages.location(post("/outreach/assembly/meetings/" + meeting.value() + "/notice"));
        List<UUID> notices = db.sql("SELECT id FROM outreach.assembly_notice WHERE meeting = ?")
                .param(meeting.value())
                .query(UUID.class)
                .list();
        String left = linkOf(notices.get(0));
        assertThat(visit(left)).hasStatusOk();

        Pages.location(post("/outreach/assembly/meetings/" + meeting.value() + "/links/close"));

        assertThat(visit(left)).hasStatus(404);
        assertThat(notices).allSatisfy(each -> assertThat(visit(linkOf(each))).hasStatus(404));
        assertThat(visit(link(meeting))).as("a new one").hasStatusOk();
    }

    @Test
    void attachesAndRemovesPapersWithTheirItem() {
        MeetingId meeting = meetings.plan(board.addBoard().id(), EVENING);
        UUID point = meetings.itemId(meeting, 2);
        var sent = mvc.post()
                .multipart()
                .uri("/outreach/assembly/items/" + point)
                .file("papers", MeetingFixture.pdf(1))
                .param("title", "Adoption")
                .param(
                        "version",
                        String.valueOf(meetings.agenda(meeting).points().get(1).version()))
                .with(visitors.as(Role.STAFF))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303);
        assertThat(meetings.agenda(meeting).papers()).hasSize(1);

        String paper = meetings.agenda(meeting).papers().get(0).id().value().toString();
        Pages.location(post("/outreach/assembly/meetings/" + meeting.value() + "/papers/" + paper + "/remove"));
        assertThat(meetings.agenda(meeting).papers()).isEmpty();
    }

    private String link(MeetingId meeting) {
        MvcTestResult made = post("/outreach/assembly/meetings/" + meeting.value() + "/link");
        assertThat(made).hasStatusOk();
        return path(page(made).select(".notice a").attr("href"));
    }

    /** The link in the letter of a notice when it leaves. */
    private String linkOf(UUID notice) {
        BodyCompleter completer = completers.stream()
                .filter(each -> each.name().equals("assembly_link"))
                .findFirst()
                .orElseThrow();
        return path(String.valueOf(completer.complete(notice).get("link")));
    }

    private static String path(String address) {
        return address.substring(address.indexOf("/outreach"));
    }
}
