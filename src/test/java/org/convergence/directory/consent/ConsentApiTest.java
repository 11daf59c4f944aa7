package org.convergence.directory.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The API of consents. */
@ModuleTest
class ConsentApiTest {

    private static final String ADDRESS = "/api/v1/consents";

    /** Created once: sign-ins are limited. */
    private static String staff = "";

    private static String volunteer = "";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;
    private PersonId ana = new PersonId(new UUID(0, 0));

    @BeforeEach
    void someone() {
        visitors.ensureOrganisation();
        if (staff.isEmpty()) {
            staff = visitors.createToken(Role.STAFF);
            volunteer = visitors.createToken(Role.VOLUNTEER);
        }
        today = settings.today();
        ana = reached().someone("Ana", "Morales", UUID.randomUUID() + "@exemple.org");
    }

    @Test
    void recordsPurchaseOnceAndPermitsUntilItsLastDay() {
        String body = """
                {"person": "%s", "basis": "PURCHASE", "channel": "MAIL", "date": "2024-06-01", "method": "FORM"}
                """.formatted(ana.value());
        String key = Ids.next().toString();
        assertThat(post(staff, key, body)).hasStatus(201);
        assertThat(post(staff, key, body)).hasStatus(201);
        JsonNode listed = json(get(staff, ADDRESS + "?person=" + ana.value()));
        assertThat(listed.path("items")).hasSize(1);
        assertThat(listed.path("items").get(0).path("until").asString()).isEqualTo("2026-05-31");
        JsonNode before = check("NEWS", "2026-05-30");
        assertThat(before.path("allowed").asBoolean()).isTrue();
        assertThat(before.path("basis").asString()).isEqualTo("PURCHASE");
        JsonNode after = check("NEWS", "2026-06-02");
        assertThat(after.path("allowed").asBoolean()).isFalse();
        assertThat(after.path("reason").asString()).isEqualTo("EXPIRED");
        assertThat(check("ACCOUNT", "2026-06-02").path("allowed").asBoolean()).isTrue();
    }

    @Test
    void recordsWithdrawalWithoutBasis() {
        assertThat(post(
                        staff,
                        null,
                        "{\"person\": \"%s\", \"date\": \"%s\", \"method\": \"MESSAGE\"}"
                                .formatted(ana.value(), today)))
                .hasStatus(201);
        assertThat(check("EVENTS", today.toString()).path("reason").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void reportsErrorsByFieldAndRefusesMissingProof() {
        assertThat(post(staff, null, "{\"person\": 7, \"basis\": \"HOPE\", \"date\": \"hier\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"person\"", "\"basis\"", "\"date\"", "\"method\"");
        assertThat(post(
                        staff,
                        null,
                        "{\"person\": \"%s\", \"date\": \"%s\", \"method\": \"MESSAGE\"}"
                                .formatted(UUID.randomUUID(), today)))
                .hasStatus(422)
                .bodyText()
                .contains("\"person\"");
        assertThat(post(staff, null, """
                        {"person": "%s", "basis": "EXPRESS", "channel": "MAIL", "purpose": "NEWS", "date": "%s", "method": "PAPER"}
                        """.formatted(ana.value(), today))).hasStatus(422);
        assertThat(get(staff, ADDRESS + "/check?person=" + ana.value())).hasStatus(422);
    }

    @Test
    void hidesConsentsWithoutPermissionToSeeContacts() {
        assertThat(get(volunteer, ADDRESS + "/check?person=" + ana.value() + "&channel=MAIL&purpose=NEWS"))
                .hasStatus(403);
        assertThat(get(volunteer, ADDRESS + "?person=" + ana.value())).hasStatus(403);
        assertThat(post(volunteer, null, "{}")).hasStatus(403);
    }

    private JsonNode check(String purpose, String on) {
        return json(get(
                staff, ADDRESS + "/check?channel=MAIL&person=" + ana.value() + "&purpose=" + purpose + "&on=" + on));
    }

    private static JsonNode json(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return Json.parse(result.getResponse().getContentAsString()).node();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String token, String address) {
        return mvc.get().uri(address).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult post(String token, @Nullable String key, String body) {
        var request = mvc.post()
                .uri(ADDRESS)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private ConsentFixture reached() {
        return new ConsentFixture(persons, visitors);
    }
}
