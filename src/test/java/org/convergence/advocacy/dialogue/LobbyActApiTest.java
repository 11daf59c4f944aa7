package org.convergence.advocacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Acts sent by a program, each answered with the rolling sum (vector 8). */
@ModuleTest
class LobbyActApiTest {

    /** Created once: sign-ins are limited. */
    private static String staff = "";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private AdvocacyFixture fixture;

    @BeforeEach
    void noActs() {
        fixture.clear();
        if (staff.isEmpty()) {
            staff = visitors.createToken(Role.STAFF);
        }
    }

    private MockHttpServletResponse send(String date, String more) {
        return mvc.post()
                .uri("/api/v1/lobby-acts")
                .header("Authorization", "Bearer " + staff)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"date\": \"%s\", \"register\": \"FEDERAL\", \"subject\": \"Rencontre\", %s}"
                        .formatted(date, more))
                .exchange()
                .getResponse();
    }

    private JsonNode post(String date, String hours, String more) throws Exception {
        MockHttpServletResponse answer = send(date, "\"staffHours\": " + hours + more);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return Json.parse(answer.getContentAsString(StandardCharsets.UTF_8)).node();
    }

    @Test
    void flagsEightHoursWithinTwentyEightDays() throws Exception {
        post("2026-02-02", "3", "");
        assertThat(post("2026-02-16", "4", "").path("level").asString()).isEqualTo("AMBER");
        JsonNode last = post("2026-02-28", "1", "");
        assertThat(last.path("rollingHours").decimalValue()).isEqualByComparingTo("8");
        assertThat(last.path("thresholdReached").asBoolean()).isTrue();
    }

    @Test
    void doesNotFlagTheSameHoursOverTwentyNineDays() throws Exception {
        post("2026-02-02", "3", "");
        post("2026-02-16", "4", "");
        JsonNode last = post("2026-03-02", "1", ", \"kind\": \"CALL\"");
        assertThat(last.path("rollingHours").decimalValue()).isEqualByComparingTo("7");
        assertThat(last.path("thresholdReached").asBoolean()).isFalse();
        JsonNode brief = post("2026-02-20", "9", ", \"kind\": \"COMMITTEE_BRIEF\"");
        assertThat(brief.path("counts").asBoolean()).isFalse();
        assertThat(brief.path("rollingHours").decimalValue()).isEqualByComparingTo("7");
    }

    @Test
    void saysWhichFieldIsWrong() throws Exception {
        MockHttpServletResponse unreadable = send("hier", "\"staffHours\": 1, \"decisionMaker\": \"x\"");
        assertThat(unreadable.getStatus()).isEqualTo(422);
        assertThat(unreadable.getContentAsString()).contains("\"date\"", "\"decisionMaker\"");
        MockHttpServletResponse wrong = send("2026-02-02", "\"staffHours\": -1");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("\"staffHours\"");
    }
}
