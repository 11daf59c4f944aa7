package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.ExchangeRateService;
import org.convergence.platform.database.Json;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Expenses through the API and the pages, from the receipt to the accountant. */
@ModuleTest
class ExpensePagesTest {

    private static String token = "";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Budgets budgets;

    @Autowired
    private ExchangeRateService rates;

    @Autowired
    private JdbcClient db;

    private final String subject = "resources.grant/agreement/" + UUID.randomUUID();
    private List<BudgetLineState> lines = List.of();

    @BeforeEach
    void aBudgetOfTwoLines() throws Exception {
        visitors.ensureOrganisation();
        if (token.isEmpty()) {
            token = visitors.createToken(Role.COORDINATOR);
        }
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("DELETE FROM resources.spending_report WHERE filed_on IS NULL").update();
        db.sql("DELETE FROM resources.spending_budget").update();
        db.sql("DELETE FROM platform.currency_rate").update();
        lines = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            rates.record(
                    new ExchangeRate(
                            "MXN",
                            "CAD",
                            new BigDecimal("0.0737"),
                            LocalDate.of(2026, 3, 9),
                            LocalDate.of(2026, 3, 13),
                            "Banque du Canada"),
                    false);
            budgets.create(new BudgetFacts(
                    subject,
                    "Entente fictive",
                    "CAD",
                    LocalDate.of(2025, 1, 1),
                    LocalDate.of(2027, 12, 31),
                    List.of(
                            new BudgetLineFacts("2.1", "Impression", CostClass.DIRECT, new BigDecimal("1000")),
                            new BudgetLineFacts("2.2", "Transport", CostClass.TRAVEL, new BigDecimal("500")))));
            return budgets.findLines(subject);
        });
    }

    private MockHttpServletResponse post(String data, String name, String voucher) {
        return mvc.post()
                .uri("/api/v1/expenses")
                .multipart()
                .file(new MockMultipartFile("data", "", "application/json", data.getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile("voucher", name, "text/plain", voucher.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID())
                .exchange()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
    }

    private String data(String more) {
        return """
                {"day": "2026-03-11", "amount": "12345.67", "currency": "MXN", %s "splits": [
                    {"line": "%s", "percent": 60}, {"line": "2.2", "percent": 40}]}
                """.formatted(more, lines.get(0).id().value());
    }

    @Test
    void convertsSplitsAndRefusesTheSameFileTwice() {
        MockHttpServletResponse first = post(data(""), "recu.txt", "Recibo 17");
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(json(first).path("converted").path("amount").asString()).isEqualTo("909.88");
        for (String amount : List.of("12.345,67", "12 345.67", "12,345.67")) {
            MockHttpServletResponse wrong = post(data("").replace("12345.67", amount), "autre.txt", "Recibo " + amount);
            assertThat(wrong.getStatus()).as(amount).isEqualTo(422);
            assertThat(json(wrong).path("errors").path(0).path("field").asString())
                    .isEqualTo("amount");
        }
        MockHttpServletResponse again = post(data(""), "autre.txt", "Recibo 17");
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(json(again).path("first").path("id").asString())
                .isEqualTo(json(first).path("id").asString());
        List<BudgetLineState> states =
                CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> budgets.findLines(subject));
        assertThat(states)
                .extracting(BudgetLineState::spent)
                .containsExactly(Money.parse("CAD 545.93"), Money.parse("CAD 363.95"));
        assertThat(states.get(0).left()).isEqualTo(Money.parse("CAD 454.07"));
    }

    @Test
    void refusesAnEmptyVoucherAndNumbersOutOfBounds() {
        MockHttpServletResponse empty = post(data(""), "e.pdf", "");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(json(empty).path("detail").asString()).contains("e.pdf", "est vide");
        MockHttpServletResponse tiny = post(data("").replace("\"percent\": 60", "\"percent\": 1e-300"), "r.txt", "R");
        assertThat(tiny.getStatus()).isEqualTo(422);
        assertThat(json(tiny).path("errors").path(0).path("detail").asString())
                .contains("chiffres")
                .doesNotContain("guillemets");
        MockHttpServletResponse huge = post(data("").replace("12345.67", "12345678901.00"), "recu.txt", "Recibo");
        assertThat(huge.getStatus()).isEqualTo(422);
        assertThat(json(huge).path("errors").path(0).path("field").asString()).isEqualTo("amount");
    }

    @Test
    void refusesTheSameNumberOfASupplierTwice() {
        String more = "\"supplier\": \"Imprenta\", \"number\": \"A-1\",";
        assertThat(post(data(more), "a.txt", "a").getStatus()).isEqualTo(201);
        assertThat(post(data(more.replace("A-1", "a-1")), "b.txt", "b").getStatus())
                .isEqualTo(409);
        assertThat(post(data(more.replace("A-1", "A-2")), "c.txt", "c").getStatus())
                .isEqualTo(201);
    }

    @Test
    void readsAMexicanInvoiceAndKnowsItAgain() {
        String split = "{\"splits\": [{\"line\": \"2.1\", \"percent\": 100}]}";
        MockHttpServletResponse first = post(split, "f.xml", CfdiReaderTest.invoice());
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(json(first).path("supplier").asString()).isEqualTo("Imprenta Ficticia");
        assertThat(json(first).path("converted").path("amount").asString()).isEqualTo("909.88");
        assertThat(post(split, "g.xml", CfdiReaderTest.invoice() + "\n").getStatus())
                .isEqualTo(409);
        assertThat(post(split, "p.xml", CfdiReaderTest.invoice().replace("\"I\"", "\"P\""))
                        .getStatus())
                .isEqualTo(422);
        MockHttpServletResponse credit = post(
                split,
                "e.xml",
                CfdiReaderTest.invoice().replace("\"I\"", "\"E\"").replace("5E2D", "6E2D"));
        assertThat(credit.getStatus()).isEqualTo(422);
        assertThat(new String(credit.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("note de crédit (type E) de 12\u00a0345,67\u00a0MXN");
        assertThat(post(data(""), "x.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void tellsThatAnInvoiceDoesNotAddUpInTheWordsOfThePage() {
        String invoice = CfdiReaderTest.invoice().replace("Total=\"12345.67\"", "Total=\"12345.70\"");
        MvcTestResult recorded = mvc.post()
                .uri("/resources/spending/new")
                .multipart()
                .file(new MockMultipartFile("voucher", "f.xml", "text/xml", invoice.getBytes(StandardCharsets.UTF_8)))
                .param("amount", "12345,70")
                .param("currency", "MXN")
                .param("supplier", "Imprenta Ficticia")
                .param("day", "2026-03-11")
                .param("line1", lines.get(0).id().value().toString())
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
        assertThat(recorded).as(Pages.text(recorded)).hasStatus(303);
        assertThat(Pages.notice(recorded))
                .contains("spending.recorded.sum", "12\u00a0345,70\u00a0MXN", "12\u00a0345,67\u00a0MXN");
    }

    @Test
    void namesWrongFields() {
        assertThat(post(data("").replace("60", "50"), "a.txt", "a").getStatus()).isEqualTo(422);
        assertThat(post(data("").replace("2.2", "9.9"), "a.txt", "a").getContentAsByteArray())
                .asString()
                .contains("splits[1].line");
        MockHttpServletResponse rateless = post(data("").replace("MXN", "COP"), "a.txt", "a");
        assertThat(rateless.getStatus()).isEqualTo(422);
        assertThat(json(rateless).path("detail").asString())
                .contains("Aucun taux de COP vers CAD n’est connu pour le 11 mars 2026");
        assertThat(db.sql("SELECT count(*) FROM resources.spending_expense")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void goesFromThePhoneToTheAccountant() {
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.open("/resources/spending/new").text()).contains("2.1 – Impression (reste 1");
        String line = lines.get(0).id().value().toString();
        var recorded = coordinator.post(
                "/resources/spending/new",
                "amount=80,25",
                "currency=CAD",
                "day=2026-03-11",
                "line1=" + line,
                "supplier=Papeterie");
        String url = Objects.requireNonNull(recorded.getResponse().getRedirectedUrl());
        assertThat(url).startsWith("/resources/spending/");
        UUID id = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
        var accountant = pages.as(Role.ACCOUNTANT);
        assertThat(accountant.open("/resources/spending/queue").text()).contains("Papeterie", "80,25");
        accountant.post(url + "/ask", "version=1", "question=Pour quelle activité?");
        assertThat(coordinator.open(url).text()).contains("Pour quelle activité?");
        coordinator.post(url + "/answer", "version=2", "answer=La journée de mars");
        MvcTestResult accepted = accountant.post("/resources/spending/queue", "expense=" + id + ":3");
        assertThat(Pages.notice(accepted))
                .as("accepted without its voucher, and to be undone")
                .contains("/resources/spending/queue/reopen?expense=" + id + ":4")
                .containsPattern("n1.n1$");
        assertThat(accountant.post("/resources/spending/queue/reopen?expense=" + id + ":4"))
                .hasStatus(303);
        assertThat(accountant.open("/resources/spending/queue").text()).contains("Papeterie");
        accountant.post("/resources/spending/queue", "expense=" + id + ":5");
        assertThat(coordinator.open(url).text()).contains("Acceptée").doesNotContain("Supprimer");
        assertThat(coordinator
                        .open("/resources/spending?q=papet&state=ACCEPTED")
                        .text())
                .contains("Papeterie");
        assertThat(Pages.text(coordinator.get("/resources/spending/export.csv")))
                .contains("Papeterie", "80,25");
        assertThat(pages.as(Role.VOLUNTEER)
                        .get("/resources/spending")
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }
}
