package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.StatementCounter;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of minutes typed live beside the agenda. */
@ModuleTest
class MinutesPageAssemblerTest extends AssemblyPagesFixture {

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private JdbcClient db;

    private record Evening(SeatedBoard seated, MeetingId meeting, String url) {}

    private Evening held() {
        return held(board.addBoard(), 1);
    }

    private Evening held(SeatedBoard made, int daysAgo) {
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().minusDays(daysAgo).atTime(19, 0));
        String url = "/outreach/assembly/meetings/" + meeting.value();
        List<String> fields = new ArrayList<>(List.of("at", "19 h 5", "guests", "Une invitée\nUn invité"));
        for (int seat = 0; seat < 4; seat++) {
            fields.add("seat-" + made.seats().get(seat));
            fields.add(seat < 3 ? "HOLDER" : "EXCUSED");
        }
        Pages.location(post(url + "/attendance", fields.toArray(String[]::new)));
        return new Evening(made, meeting, url);
    }

    @Test
    void explainsTheQuorumWithTheTime() {
        Evening evening = held();

        assertThat(open(evening.url() + "/minutes").select("#attendance .state").text())
                .isEqualTo("À 19 h 5, 3 sièges sont représentés sur 4 pourvus; il en faut 3 : le quorum est atteint.");
    }

    @Test
    void proposesTheTimeOfTheQuorumInMinutes() {
        Evening evening = held();
        db.sql("UPDATE outreach.assembly_meeting SET quorum_at = quorum_at + interval '21.288198 seconds' WHERE id = ?")
                .param(evening.meeting().value())
                .update();
        assertThat(open(evening.url() + "/minutes")
                        .select("#attendance input[name$=at]")
                        .val())
                .isEqualTo("19:05");
    }

    @Test
    void savesOneItemAndShowsConflicts() {
        Evening evening = held();
        UUID point = meetings.itemId(evening.meeting(), 2);
        String url = "/outreach/assembly/items/" + point + "/minutes";
        String version = open(evening.url() + "/minutes")
                .select("#point-" + point + " input[name=version]")
                .val();

        MvcTestResult saved = live(url, "version", version, "minutes", "Ce que dit l’une");
        assertThat(saved).hasStatusOk();
        assertThat(page(saved).select("h1")).as("only the item").isEmpty();
        assertThat(page(saved).select("[role=status]").text()).contains("Enregistré à");

        MvcTestResult conflict = live(url, "version", version, "minutes", "Ce que dit l’autre");
        assertThat(conflict).hasStatus(409);
        assertThat(page(conflict).select(".versions").text()).contains("Ce que dit l’une", "Ce que dit l’autre");
        assertThat(post(url, "version", version, "minutes", "Sans script")).hasStatus(409);
    }

    @Test
    void formatsAResolution() {
        Evening evening = held();
        UUID point = meetings.itemId(evening.meeting(), 2);
        String url = "/outreach/assembly/items/" + point;
        String proposer = evening.seated().holders().get(0).value().toString();
        String seconder = evening.seated().holders().get(2).value().toString();

        assertThat(post(url + "/resolutions/new", "text", "d’adopter", "mode", "VOTE", "inFavour", "9", "against", "0"))
                .hasStatus(422);
        Pages.location(post(
                url + "/resolutions/new",
                "text",
                "d’adopter le procès-verbal",
                "mode",
                "VOTE",
                "inFavour",
                "2",
                "against",
                "1",
                "proposer",
                proposer,
                "seconder",
                seconder,
                "dissent",
                "Syndicat 1"));
        Pages.location(post(
                url + "/follow-ups/new",
                "what",
                "Envoyer le procès-verbal",
                "who",
                "La coordination",
                "dueOn",
                "2020-01-01"));
        Pages.location(
                post(url + "/interests/new", "person", proposer, "nature", "Siège à la caisse", "abstained", "true"));

        Document page = open(evening.url() + "/minutes");
        assertThat(page.select("#point-" + point).text())
                .contains(
                        "Il est proposé par Titulaire",
                        "(Syndicat 1), appuyé par",
                        "Adoptée à la majorité : 2 pour, 1 contre, aucune abstention.",
                        "Dissidence : Syndicat 1",
                        "Envoyer le procès-verbal",
                        "ne prend pas part au vote : Siège à la caisse");
        String resolution = page.select("#point-" + point + " .card a").attr("href");
        assertThat(open(resolution).select("h1").text()).endsWith("-01");
        String label = open(resolution).select("h1").text();
        assertThat(open("/outreach/assembly/resolutions?q=" + label).select(".rows li"))
                .hasSize(1);
        assertThat(open("/outreach/assembly/follow-ups").select("main").text()).contains("En retard");
    }

    @Test
    void takesBackADeclarationNotedByMistake() {
        Evening evening = held();
        UUID point = meetings.itemId(evening.meeting(), 2);
        String url = "/outreach/assembly/items/" + point + "/interests";
        String declarant = evening.seated().holders().get(0).value().toString();
        Pages.location(post(url + "/new", "person", declarant, "nature", "Siège à la caisse"));
        String minutes = evening.url() + "/minutes";
        assertThat(open(minutes).text()).contains("Siège à la caisse");

        UUID declaration = db.sql("SELECT id FROM outreach.assembly_interest WHERE item = ?")
                .param(point)
                .query(UUID.class)
                .single();
        Pages.location(post(url + "/" + declaration + "/undo"));
        assertThat(open(minutes).text()).doesNotContain("Siège à la caisse");
        assertThat(post(url + "/" + declaration + "/undo")).hasStatus(404);
    }

    @Test
    void tellsEverywhereThatThereWasNoQuorum() throws IOException {
        SeatedBoard made = board.addBoard();
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().minusDays(1).atTime(19, 0));
        String url = "/outreach/assembly/meetings/" + meeting.value();
        Pages.location(post(url + "/attendance", "seat-" + made.seats().get(0), "HOLDER"));
        UUID point = meetings.itemId(meeting, 2);
        MvcTestResult saved = post(
                "/outreach/assembly/items/" + point + "/resolutions/new",
                "text",
                "d’agir",
                "mode",
                "VOTE",
                "inFavour",
                "1",
                "against",
                "0");
        assertThat(Pages.notice(saved)).contains("assembly.resolution.carried.no-quorum");
        Document minutes = open(url + "/minutes");
        String opened = "Vote ouvert sans quorum : 1 sur les 3 qu’il fallait.";
        assertThat(minutes.select("#point-" + point).text()).contains(opened);
        String resolution = minutes.select("#point-" + point + " .card a").attr("href");
        Document page = open(resolution);
        assertThat(page.select(".state.warn").text()).isEqualTo("Adoptée sans quorum, à reprendre");
        assertThat(page.select("main").text()).contains(opened);
        assertThat(open("/outreach/assembly/resolutions?q=" + page.select("h1").text())
                        .select(".rows li")
                        .text())
                .contains("Adoptée sans quorum");
        byte[] extract = get(page.select("a[href$=/extract/pdf]").attr("href"), Role.COORDINATOR)
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument paper = Loader.loadPDF(extract)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Vote ouvert sans quorum")
                    .doesNotContain("en vigueur");
        }
    }

    @Test
    void adoptsAndSignsMinutes() {
        Evening evening = held();
        String today = settings.today().toString();
        assertThat(post(evening.url() + "/minutes/sign", "on", today, "by", "La présidence"))
                .hasStatus(422);
        Pages.location(post(evening.url() + "/minutes/adopt", "on", today));
        assertThat(post(Role.STAFF, evening.url() + "/minutes/sign", "on", today, "by", "X"))
                .hasStatus(403);
        Pages.location(post(evening.url() + "/minutes/sign", "on", today, "by", "La présidence et le secrétariat"));

        Document page = open(evening.url() + "/minutes");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select(".lead").text()).contains("Procès-verbal signé");
    }

    @Test
    void writesTheAdoptionInTheOrganisationsLanguage() {
        SeatedBoard made = board.addBoard();
        Evening first = held(made, 9);
        Evening later = held(made, 1);
        Actor french = visitors.actor(Role.COORDINATOR);
        Actor english = new Actor(french.id(), french.label(), null, "en", french.permissions());
        Pages.location(mvc.post()
                .uri(first.url() + "/minutes/adopt")
                .param("on", settings.today().minusDays(1).toString())
                .param("in", later.meeting().value().toString())
                .param("proposer", made.holders().get(0).value().toString())
                .with(authentication(new ActorAuthentication(english)))
                .with(csrf())
                .exchange());
        assertThat(open(later.url() + "/minutes").select(".card").text())
                .contains("d’adopter le procès-verbal de la rencontre du");
    }

    @Test
    void automaticSaveReadsNoAgenda() {
        Evening evening = held();
        String url = "/outreach/assembly/items/" + meetings.itemId(evening.meeting(), 1) + "/minutes";
        live(url, "version", "1", "minutes", "Première");
        int whole = StatementCounter.count(() -> live(url, "version", "2", "minutes", "Deuxième"));
        int kept =
                StatementCounter.count(() -> assertThat(live(url, "version", "3", "minutes", "Troisième", "keep", "1"))
                        .hasStatusOk()
                        .bodyText()
                        .contains("Enregistré à", "name=\"version\" value=\"4\""));
        assertThat(kept).as("of %d", whole).isLessThanOrEqualTo(whole - 8);
    }

    @Test
    void closesAndReopensAFollowUp() {
        Evening evening = held();
        UUID point = meetings.itemId(evening.meeting(), 3);
        Pages.location(post("/outreach/assembly/items/" + point + "/follow-ups/new", "what", "Trouver une salle"));
        String url = open(evening.url() + "/minutes")
                .select("#point-" + point + " .rows a")
                .attr("href");

        Pages.location(post(url + "/close", "end", "DONE", "outcome", "Salle 2"));
        assertThat(open(url).select("main").text()).contains("Salle 2", "Rouvrir");
        assertThat(post(url + "/close", "end", "DONE")).hasStatus(422);
        Pages.location(post(url + "/reopen"));
        assertThat(open(url).select("button[value=DONE]")).hasSize(1);
    }

    private MvcTestResult live(String url, String... fields) {
        var request = mvc.post()
                .uri(url)
                .header("HX-Request", "true")
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
