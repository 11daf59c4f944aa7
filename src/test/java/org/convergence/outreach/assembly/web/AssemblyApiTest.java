package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.DecisionLookup;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpQueries;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Bodies and meetings in the API, on the home page, in the search and as cited decisions. */
@ModuleTest
class AssemblyApiTest extends AssemblyPagesFixture {

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService resolving;

    @Autowired
    private FollowUpService followUps;

    @Autowired
    private FollowUpQueries open;

    @Autowired
    private List<DecisionLookup> lookups;

    @Autowired
    private JdbcClient db;

    private MeetingId decided(SeatedBoard made, String text) {
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().minusDays(1).atTime(19, 0));
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        UUID point = meetings.itemId(meeting, 2);
        board.runAs(() -> {
            minutes.recordAttendance(meeting, there, "", null);
            minutes.saveItemMinutes(point, 1, "On parle longuement des **mangoustaniers**.");
            resolving.record(point, ResolutionFacts.unanimous(text, null, null));
            followUps.create(
                    point,
                    null,
                    new FollowUpFacts(
                            "Écrire au cégep", null, "Nadège", settings.today().plusDays(2)));
        });
        return meeting;
    }

    @Test
    void plansAMeetingOnceAndReadsIt() throws Exception {
        SeatedBoard made = board.addBoard();
        String token = visitors.createToken(Role.STAFF);
        String body = "{\"body\": \"" + made.id().value() + "\", \"day\": \"2027-01-28\", \"begins\": \"19:00\"}";

        JsonNode first = sent(token, body);
        JsonNode again = sent(token, body);

        assertThat(again).isEqualTo(first);
        JsonNode read = asked(token, "/api/v1/meetings/" + first.path("id").asString());
        assertThat(read.path("beginsAt").asString()).isEqualTo("2027-01-28T19:00:00-05:00");
        assertThat(read.path("agenda").size()).isEqualTo(4);
        JsonNode seats = asked(token, "/api/v1/bodies/" + made.id().value()).path("seats");
        assertThat(seats.size()).isEqualTo(5);
        assertThat(seats.get(4).path("holder").isNull()).isTrue();
        JsonNode listed =
                asked(token, "/api/v1/meetings?body=" + made.id().value()).path("meetings");
        assertThat(listed.size()).isOne();
        assertThat(listed.get(0).path("noticeBy").asString()).isEqualTo("2027-01-18");
        assertThat(asked(token, "/api/v1/bodies").path("bodies").size()).isPositive();
    }

    @Test
    void returnsTheStatusOfTheNotice() throws Exception {
        MeetingId meeting = meetings.plan(
                board.addBoard().id(), settings.today().plusDays(20).atTime(19, 0));
        String token = visitors.createToken(Role.STAFF);
        String url = "/api/v1/meetings/" + meeting.value();
        assertThat(asked(token, url).path("letter").isNull()).isTrue();
        Pages.location(post("/outreach/assembly/meetings/" + meeting.value() + "/notice"));
        JsonNode waits = asked(token, url).path("letter");
        assertThat(waits.path("state").asString()).isEqualTo("WAITING");
        assertThat(waits.path("leftOn").isNull()).isTrue();
        assertThat(asked(token, url).path("withoutNotice").asInt()).isZero();
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE matter = 'assembly_notice'")
                .update();
        JsonNode left = asked(token, url).path("letter");
        assertThat(left.path("state").asString()).isEqualTo("SENT");
        assertThat(left.path("leftOn").asString()).isNotEmpty();
    }

    @Test
    void returnsTheNoticeOfACancelledMeeting() throws Exception {
        SeatedBoard made = board.addBoard();
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().plusDays(20).atTime(19, 0));
        Pages.location(post("/outreach/assembly/meetings/" + meeting.value() + "/notice"));
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE matter = 'assembly_notice'")
                .update();
        String cancel = "/outreach/assembly/meetings/" + meeting.value() + "/cancel";
        String shown = page(post(cancel, "reason", "Tempête"))
                .select("button[name=confirmed]")
                .val();
        Pages.location(post(cancel, "reason", "Tempête", "confirmed", shown));
        JsonNode listed = asked(
                        visitors.createToken(Role.STAFF),
                        "/api/v1/meetings?body=" + made.id().value())
                .path("meetings")
                .get(0);
        assertThat(listed.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(listed.path("letter").path("state").asString()).isEqualTo("SENT");
    }

    @Test
    void readsAnExplicitFalse() throws Exception {
        SeatedBoard made = board.addBoard();
        String token = visitors.createToken(Role.STAFF);
        String body = "{\"body\": \"" + made.id().value()
                + "\", \"day\": \"2027-01-28\", \"begins\": \"19:00\", \"special\": %s}";
        for (boolean special : List.of(false, true)) {
            String id = sent(token, "special-" + special, body.formatted(special))
                    .path("id")
                    .asString();
            assertThat(asked(token, "/api/v1/meetings/" + id).path("special").booleanValue())
                    .isEqualTo(special);
        }
        for (String wrong : List.of(body.formatted("\"false\""), body.formatted("[false]"))) {
            assertThat(plan(token, "faux", wrong)).hasStatus(422).bodyText().contains("\"special\"");
        }
        assertThat(plan(token, "faux", body.formatted("false").replace("special", "specail")))
                .hasStatus(422)
                .bodyText()
                .contains("\"specail\"");
    }

    @Test
    void closesADroppedFollowUp() {
        decided(board.addBoard(), "de rien");
        String end = "/api/v1/follow-ups/"
                + board.callAs(() -> open.findOpen(null, 1)).get(0).id() + "/end";
        MvcTestResult answer = mvc.put()
                .uri(end)
                .header("Authorization", "Bearer " + visitors.createToken(Role.STAFF))
                .contentType("application/json")
                .content("{\"done\": false, \"outcome\": \"Le cégep a fermé\"}")
                .exchange();
        assertThat(answer).hasStatusOk().bodyText().contains("DROPPED");
    }

    @Test
    void listsContinueAfterThePreviousPage() throws Exception {
        SeatedBoard made = board.addBoard();
        String token = visitors.createToken(Role.AUDITOR);
        for (int day = 1; day <= 3; day++) {
            meetings.plan(made.id(), LocalDate.of(2027, 2, day).atTime(19, 0));
        }
        String url = "/api/v1/meetings?limit=2&body=" + made.id().value();
        JsonNode first = asked(token, url);
        JsonNode rest = asked(token, url + "&after=" + first.path("next").asString());

        assertThat(first.path("meetings").get(0).path("begins").asString()).startsWith("2027-02-03T19:00");
        assertThat(rest.path("meetings").get(0).path("begins").asString()).startsWith("2027-02-01T19:00");
        assertThat(rest.path("next").isNull() || rest.path("next").isMissingNode())
                .isTrue();
    }

    @Test
    void refusesAnOversizedRequestBody() {
        decided(board.addBoard(), "de rien");
        String end = "/api/v1/follow-ups/"
                + board.callAs(() -> open.findOpen(null, 1)).get(0).id() + "/end";
        MvcTestResult answer = mvc.put()
                .uri(end)
                .header("Authorization", "Bearer " + visitors.createToken(Role.STAFF))
                .contentType("application/json")
                .content("{\"done\": true, \"outcome\": \"" + "a".repeat(1_000_001) + "\"}")
                .exchange();
        assertThat(answer).hasStatus(413);
    }

    @Test
    void findsAndCitesAResolution() throws Exception {
        decided(board.addBoard(), "d’appuyer les débardeuses du port");
        String token = visitors.createToken(Role.AUDITOR);

        JsonNode found = asked(token, "/api/v1/resolutions?q=débardeuses").path("resolutions");
        assertThat(found.size()).isOne();
        String number = found.get(0).path("number").asString();
        assertThat(board.callAs(() -> lookups.get(0).findByNumber(number)))
                .hasValueSatisfying(
                        known -> assertThat(known.decision().number()).isEqualTo(number));
        assertThat(board.callAs(() -> lookups.get(0).findLatest(5))).isNotEmpty();
        assertThat(asked(token, "/api/v1/follow-ups").path("followUps").toString())
                .contains("Écrire au cégep");
        assertThat(open("/search?q=mangoustaniers").select("main").text()).contains("procès-verbal");
        assertThat(open("/search?q=débardeuses").select("main").text()).contains(number);
        assertThat(open("/search?q=port débard").select("main").text()).contains(number);
        assertThat(open("/search?q=mangoust").select("main").text()).contains("procès-verbal");
        for (String word : List.of("mangoust", "débardeuses")) {
            assertThat(open("/search?q=" + word).select("main").text())
                    .contains(" " + settings.today().minusDays(1).getYear())
                    .doesNotContainPattern("· \\d{4}-");
        }
        assertThat(asked(token, "/api/v1/resolutions?q=%E2%80%A6")
                        .path("resolutions")
                        .size())
                .isZero();
    }

    @Test
    void homePageShowsDueNoticesAndFollowUps() {
        SeatedBoard made = board.addBoard();
        decided(made, "de rien");
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().plusDays(12).atTime(19, 0));

        String today = open("/").select("main").text();
        assertThat(today).contains("Avis de convocation, " + made.code(), "Envoyer l’avis", "Écrire au cégep");
        Pages.location(post("/outreach/assembly/meetings/" + meeting.value() + "/notice"));
        assertThat(open("/").select("main").text())
                .as("until it is sent")
                .contains("Avis de convocation, " + made.code() + " du", "4 en attente d’envoi");
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE matter = 'assembly_notice'")
                .update();
        assertThat(open("/").select("main").text()).doesNotContain("Avis de convocation, " + made.code() + " du");
    }

    private JsonNode sent(String token, String body) throws Exception {
        return sent(token, "une-fois", body);
    }

    private JsonNode sent(String token, String key, String body) throws Exception {
        MvcTestResult answer = plan(token, key, body);
        assertThat(answer).hasStatus(201);
        return Json.parse(answer.getResponse().getContentAsString()).node();
    }

    private MvcTestResult plan(String token, String key, String body) {
        return mvc.post()
                .uri("/api/v1/meetings")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private JsonNode asked(String token, String url) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(url).header("Authorization", "Bearer " + token).exchange();
        assertThat(answer).as(url).hasStatusOk();
        return Json.parse(answer.getResponse().getContentAsString()).node();
    }
}
