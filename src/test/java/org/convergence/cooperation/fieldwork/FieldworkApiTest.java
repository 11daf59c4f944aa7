package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Programs make the pages of partners and accept their entries. */
@ModuleTest
class FieldworkApiTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @BeforeEach
    void noEntries() {
        fixture.clear();
    }

    @Test
    void programsGivePagesAndAcceptEntries() throws Exception {
        String token = users.createToken(Role.COORDINATOR);
        JsonNode made = Json.parse(api(
                        token,
                        "/api/v1/partner-links",
                        "{\"organisation\": \"%s\", \"language\": \"es\"}".formatted(CooperationFixture.PARTNER),
                        201))
                .node();
        String url = made.path("url").asString();
        String envelope =
                "{\"device\": \"d\", \"sequence\": 1, \"entries\": [{\"kind\": \"QUESTION\", \"details\": \"¿Cuándo?\"}]}";
        String envelopes = url.substring(url.indexOf("/public/")) + "/envelopes";
        assertThat(api("", envelopes, envelope.replace("\"sequence\": 1", "\"sequence\": \"1\""), 422))
                .as("a program reads why")
                .contains("\"field\":\"sequence\"");
        api("", envelopes, envelope, 200);
        var listed = mvc.get().uri("/api/v1/partner-entries?state=WAITING").header("Authorization", "Bearer " + token);
        JsonNode entry =
                Json.parse(Pages.text(listed.exchange())).node().path("items").get(0);
        assertThat(entry.path("details").asString()).isEqualTo("¿Cuándo?");
        String accept = "/api/v1/partner-entries/" + entry.path("id").asString() + "/accept";
        assertThat(api(token, accept, "{\"version\": 1}", 422)).contains("réponse");
        api(token, accept, "{\"version\": 7, \"answer\": \"El lunes\"}", 422);
        assertThat(api(token, accept, "{\"answer\": \"El lunes\"}", 201)).contains("ACCEPTED");
    }

    private String api(String token, String url, String body, int status) {
        MvcTestResult answer = mvc.post()
                .uri(url)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).as(Pages.text(answer)).hasStatus(status);
        return Pages.text(answer);
    }
}
