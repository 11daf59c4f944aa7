package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Invoices, payments and calls in the JSON API. */
@ModuleTest
class LedgerApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    private String token = "";
    private OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void issueInvoice() throws Exception {
        visitors.ensureOrganisation();
        token = visitors.createToken(Role.COORDINATOR);
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            union = people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID());
            return invoicing.issue(invoice(union, "300", DAY.plusDays(30), null));
        });
    }

    @Test
    void recordsPaymentOnceAndSettlesDebt() {
        String body = """
                {"organisation": "%s", "method": "TRANSFER", "received": "2026-02-01", "amount": 320, "reference": "V-1"}
                """.formatted(union.value());
        String key = UUID.randomUUID().toString();
        JsonNode first = json(post("/api/v1/payments", body, key), 201);
        JsonNode again = json(post("/api/v1/payments", body, key), 201);
        assertThat(again).isEqualTo(first);
        String id = first.path("id").asString();
        JsonNode payment = json(get("/api/v1/payments/" + id), 200);
        assertThat(payment.path("amount").decimalValue()).isEqualByComparingTo("320");
        assertThat(payment.path("parts").size()).isEqualTo(2);
        assertThat(payment.path("parts").path(1).path("purpose").asString()).isEqualTo("ADVANCE");
        JsonNode invoices = json(get("/api/v1/invoices?which=SETTLED&party=" + union.value()), 200);
        assertThat(invoices.path("items").size()).isEqualTo(1);
        assertThat(invoices.path("items").path(0).path("balance").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(json(get("/api/v1/payments?party=" + union.value()), 200)
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void reportsErrorsByField() {
        assertThat(json(post("/api/v1/payments", "{\"amount\": \"3\"}", null), 422)
                        .toString())
                .contains("\"method\"", "\"amount\"", "\"received\"");
        assertThat(json(post("/api/v1/payments", """
                {"organisation": "%s", "method": "TRANSFER", "received": "2026-02-01", "amount": 10.125}
                """.formatted(union.value()), null), 422)
                        .toString())
                .contains("amount");
        assertThat(get("/api/v1/payments/" + UUID.randomUUID())).hasStatus(404);
        assertThat(mvc.get()
                        .uri("/api/v1/invoices")
                        .header("Authorization", "Bearer " + visitors.createToken(Role.BOARD_MEMBER))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void otherCurrencySettlesNothingAndUnknownIsRefused() {
        String body = """
                {"organisation": "%s", "method": "TRANSFER", "received": "2026-02-01", "amount": 300, "currency": "%s"}
                """;
        JsonNode paid = json(post("/api/v1/payments", body.formatted(union.value(), "USD"), null), 201);
        JsonNode payment = json(get("/api/v1/payments/" + paid.path("id").asString()), 200);
        assertThat(payment.path("currency").asString()).isEqualTo("USD");
        assertThat(payment.path("parts").size()).isEqualTo(1);
        assertThat(payment.path("parts").path(0).path("purpose").asString()).isEqualTo("ADVANCE");
        assertThat(json(post("/api/v1/payments", body.formatted(union.value(), "GBP"), null), 422)
                        .toString())
                .as("never taken for dollars")
                .contains("currency", "GBP");
        assertThat(json(get("/api/v1/invoices?which=SETTLED&party=" + union.value()), 200)
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void dryRunReportsWithoutSaving() {
        String body = """
                {"kind": "APPEAL", "name": "Cinquantenaire", "reference": "%s", "due": "%s", "amount": 50, "dryRun": true}
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).minusDays(2),
                        LocalDate.now(ZoneOffset.UTC).plusDays(40));
        JsonNode run = json(post("/api/v1/dues/runs", body, null), 200);
        assertThat(run.path("job").isNull()).isTrue();
        assertThat(run.path("lines").isArray()).isTrue();
        assertThat(json(get("/api/v1/dues/rates"), 200).path("items").isArray()).isTrue();
        assertThat(json(post("/api/v1/dues/runs", "{\"kind\": \"APPEAL\", \"name\": \"x\"}", null), 422)
                        .toString())
                .contains("\"reference\"", "\"due\"", "\"dryRun\"");
        assertThat(json(post("/api/v1/dues/runs", body.replace("dryRun", "dryrun"), null), 422)
                        .path("errors")
                        .toString())
                .contains("\"dryRun\"", "\"dryrun\"");
        assertThat(json(post("/api/v1/dues/runs", body.replace("\"amount\": 50, ", ""), null), 422)
                        .toString())
                .contains("\"amount\"");
        String annual = body.replace("APPEAL", "ANNUAL");
        assertThat(json(post("/api/v1/dues/runs", annual, null), 422).toString())
                .contains("\"amount\"", "kind = APPEAL");
        String enclosed = body.replace("\"amount\"", "\"leaflets\": \"2001-04-01/2002-03-31\", \"amount\"");
        assertThat(json(post("/api/v1/dues/runs", enclosed, null), 422).toString())
                .contains("\"leaflets\"");
    }

    private MvcTestResult post(String uri, String body, @Nullable String key) {
        var request = mvc.post()
                .uri(uri)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private static JsonNode json(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status);
        try {
            return Json.parse(answer.getResponse().getContentAsString()).node();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
