package org.convergence.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The API of exchanges. */
@ModuleTest
class ExchangeApiTest {

    private static final String ADDRESS = "/api/v1/exchanges";

    /** Created once: sign-ins are limited. */
    private static String staff = "";

    private static String volunteer = "";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @BeforeEach
    void tokens() {
        visitors.ensureOrganisation();
        if (staff.isEmpty()) {
            staff = visitors.createToken(Role.STAFF);
            volunteer = visitors.createToken(Role.VOLUNTEER);
        }
    }

    @Test
    void recordsExchangeOnceUnderOneKey() throws Exception {
        String central = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("Centrale fictive")
                        .value()
                        .toString());
        String body = """
                {"date": "%s", "channel": "PHONE", "subject": "Appel", "text": "Le budget", "organisations": ["%s"]}
                """.formatted(settings.today(), central);
        String key = Ids.next().toString();
        MockHttpServletResponse first = post(staff, key, body);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getContentAsString()).doesNotContain("budget", "Appel");
        assertThat(post(staff, key, body).getContentAsString()).isEqualTo(first.getContentAsString());
        JsonNode listed = Json.parse(get(staff, ADDRESS + "?q=budget&organisation=" + central)
                        .getContentAsString())
                .node();
        assertThat(listed.path("items")).hasSize(1);
        assertThat(listed.path("items")
                        .get(0)
                        .path("organisations")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("Centrale fictive");
    }

    @Test
    void reportsErrorsByField() {
        MockHttpServletResponse answer =
                post(staff, null, "{\"date\": \"hier\", \"channel\": \"PIGEON\", \"people\": [\"x\"]}");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(content(answer)).contains("\"date\"", "\"channel\"", "\"subject\"", "\"people[0]\"");
        MockHttpServletResponse unknown = post(
                staff,
                null,
                "{\"date\": \"2026-01-05\", \"channel\": \"MAIL\", \"subject\": \"x\","
                        + " \"people\": [\"00000000-0000-7000-8000-000000000000\"]}");
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(content(unknown)).contains("\"people\"");
    }

    @Test
    void refusesWithoutPermissionToSeeContacts() {
        assertThat(get(volunteer, ADDRESS).getStatus()).isEqualTo(403);
        assertThat(post(volunteer, null, "{}").getStatus()).isEqualTo(403);
    }

    private static String content(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse get(String token, String address) {
        return mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse post(String token, @Nullable String key, String body) {
        var request = mvc.post()
                .uri(ADDRESS)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .exchange()
                .getResponse();
    }
}
