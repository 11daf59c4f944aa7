package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The financial report of a budget, from the draft to the filed papers, beside the accountant's books. */
@ModuleTest
class FinancialReportPagesTest {

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
    private SpendingFixture fixture;

    @Autowired
    private JdbcClient db;

    private List<BudgetLineState> lines = List.of();
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void twoExpensesAndTheBooks() throws Exception {
        visitors.ensureOrganisation();
        if (token.isEmpty()) {
            token = visitors.createToken(Role.COORDINATOR);
        }
        clear();
        UUID agreement = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.grant_agreement (id, number, title, currency, starts_on, ends_on, scope)
                        VALUES (?, 'FS-2214', 'Entente fictive', 'CAD', '2025-01-01', '2027-12-31', 'PROJECT')
                        """).param(agreement).update();
        String subject = "resources.grant/agreement/" + agreement;
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            budgets.create(new BudgetFacts(
                    subject,
                    "Entente fictive",
                    "CAD",
                    LocalDate.of(2025, 1, 1),
                    LocalDate.of(2027, 12, 31),
                    List.of(
                            new BudgetLineFacts("2.1", "Impression", CostClass.DIRECT, new BigDecimal("10000")),
                            new BudgetLineFacts("2.2", "Transport", CostClass.TRAVEL, new BigDecimal("500")))));
            lines = budgets.findLines(subject);
            budgets.amend(lines.get(0).id(), 1, new BigDecimal("10000"), "5100", "5.1");
            budgets.amend(lines.get(1).id(), 1, new BigDecimal("500"), "5-200", null);
        });
        first = expense("2025-03-11", "600", "Imprimerie Neuve", "A-1", "recu.txt", 100);
        second = expense("2025-04-02", "250", "Autobus du Nord", "", "billet.txt", 60);
        UUID books = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.ledger_books (id, name, since, until, currency, read_at)
                        VALUES (?, 'grand-livre.csv', '2025-01-01', '2025-12-31', 'CAD', now())
                        """).param(books).update();
        entry(books, 1, "5100 – Impression", "2025-03-20", "a-1", "600");
        entry(books, 2, "5100 – Impression", "2025-04-02", "", "150");
        entry(books, 3, "5200", "2025-04-02", "", "100");
        entry(books, 4, "5200", "2025-06-01", "T-9", "80");
        entry(books, 5, "6000", "2025-06-01", "", "999");
    }

    @AfterEach
    void clear() throws Exception {
        fixture.clear();
        db.sql("DELETE FROM resources.ledger_books_line").update();
        db.sql("DELETE FROM resources.ledger_books").update();
        db.sql("DELETE FROM resources.grant_agreement WHERE number = 'FS-2214'").update();
    }

    private UUID expense(String day, String amount, String supplier, String number, String file, int percent) {
        String rest = percent == 100 ? "" : ", {\"line\": \"2.2\", \"percent\": " + (100 - percent) + "}";
        String data = """
                {"day": "%s", "amount": "%s", "currency": "CAD", "supplier": "%s", "number": "%s",
                 "splits": [{"line": "2.1", "percent": %d}%s]}
                """.formatted(day, amount, supplier, number, percent, rest);
        var answer = mvc.post()
                .uri("/api/v1/expenses")
                .multipart()
                .file(new MockMultipartFile("data", "", "application/json", data.getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile("voucher", file, "text/plain", file.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID())
                .exchange()
                .getResponse();
        String location = Objects.requireNonNull(answer.getHeader("Location"));
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private void entry(UUID books, int number, String account, String day, String reference, String amount) {
        db.sql("""
                        INSERT INTO resources.ledger_books_line (id, books, number, account, day, reference, text, amount)
                        VALUES (?, ?, ?, ?, CAST(? AS date), nullif(?, ''), 'Taxi du Port', CAST(? AS numeric))
                        """)
                .params(UUID.randomUUID(), books, number, account, day, reference, amount)
                .update();
    }

    private String openReport() {
        var opened = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/report?budget="
                                + lines.get(0).budgetId().value(),
                        "from=2025-01-01",
                        "to=2025-12-31");
        return Objects.requireNonNull(opened.getResponse().getRedirectedUrl());
    }

    private String text(String url) {
        return pages.as(Role.COORDINATOR).open(url).text().replace('\u00a0', ' ');
    }

    @Test
    void agreesWithTheBooksOrListsWhatDiffers() {
        String url = openReport();
        assertThat(text(url))
                .contains("Rapport − livres = −80,00 $")
                .as("said before it is approved")
                .contains("diffèrent de 80,00 $, en 1 montant d’un seul côté")
                .contains("Dans les livres, mais pas inscrit ici")
                .contains("5200 · T-9")
                .doesNotContain("Dans le rapport, pas dans les livres")
                .doesNotContain("999")
                .contains("1 écart reste à expliquer", "2 dépenses attendent encore");
        String record = pages.as(Role.COORDINATOR)
                .open(url)
                .select("a[href^=/resources/spending/new?]")
                .attr("href");
        var form = pages.as(Role.COORDINATOR).open(record);
        assertThat(form.select("[name=amount]").val()).isEqualTo("80,00");
        assertThat(form.select("[name=line1] option[selected]").text()).startsWith("2.2");
        pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/new",
                        "amount=80",
                        "currency=CAD",
                        "day=2025-06-01",
                        "number=T-9",
                        "line1=" + lines.get(1).id().value());
        assertThat(text(url))
                .contains("Rapport − livres = 0,00 $")
                .doesNotContain("mais pas inscrit ici", "d’un seul côté");
        db.sql("DELETE FROM resources.ledger_books_line WHERE number = 2").update();
        assertThat(text(url))
                .contains("Rapport − livres = 150,00 $")
                .contains("Dans le rapport, pas dans les livres", "Autobus du Nord");
        db.sql("DELETE FROM resources.ledger_books_line").update();
        db.sql("DELETE FROM resources.ledger_books").update();
        assertThat(text(url)).contains("rien ne montre que le rapport leur correspond");
    }

    @Test
    void isExplainedApprovedAndFiledForGood() throws IOException {
        String url = openReport();
        var coordinator = pages.as(Role.COORDINATOR);
        coordinator.post(
                "/resources/spending/line/" + lines.get(0).id().value() + "/variance",
                "from=2025-01-01",
                "to=2025-12-31",
                "back=" + url,
                "reason=Le guide sort en mars.");
        assertThat(text(url)).contains("Le guide sort en mars.").doesNotContain("écart reste");
        assertThat(coordinator.post(url + "/approve", "version=1").getResponse().getStatus())
                .isEqualTo(422);
        pages.as(Role.ACCOUNTANT)
                .post("/resources/spending/queue", "expense=" + first + ":1", "expense=" + second + ":1");
        assertThat(coordinator.post(url + "/file", "version=1").getResponse().getStatus())
                .isEqualTo(422);
        coordinator.post(url + "/approve", "version=1");
        coordinator.post("/resources/spending/" + second + "/on-site", "keep=true");
        expense("2025-05-01", "12", "Kiosque", "K-1", "kiosque.txt", 100);
        assertThat(Pages.text(coordinator.post(url + "/file", "version=2"))).contains("ont changé");
        db.sql("DELETE FROM resources.spending_expense WHERE number = 'K-1'").update();
        coordinator.post(url + "/file", "version=2");
        assertThat(text(url))
                .contains("Figé le", "Rien n’a changé", "Rapport approuvé", "Rapport figé")
                .doesNotContain("éposé");
        byte[] filed = coordinator.get(url + "/financial.pdf").getResponse().getContentAsByteArray();
        assertThat(new String(filed, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

        expense("2025-05-01", "12", "Kiosque", "K-1", "kiosque.txt", 100);
        assertThat(text(url)).contains("Ajoutée : Kiosque", "12,00 $").contains("850,00 $");
        assertThat(coordinator.get(url + "/financial.pdf").getResponse().getContentAsByteArray())
                .isEqualTo(filed);
        assertThat(entries(coordinator.get(url + "/financial.zip").getResponse().getContentAsByteArray()))
                .hasSize(3)
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".xlsx"))
                .contains("pieces/001-recu.txt");
        assertThat(coordinator.post(url + "/remove", "version=3").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(pages.as(Role.VOLUNTEER).get(url).getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void namesTheAgreementAndIsADraftUntilItIsApproved() throws IOException {
        String url = openReport();
        for (String format : List.of("pdf", "docx", "xlsx")) {
            assertThat(paper(url, format)).as(format).contains("Brouillon", "FS-2214", "31 décembre 2027");
        }
        db.sql(
                        "UPDATE resources.spending_report SET approved_by = ?, approved_at = now(), approved_digest = repeat('0', 64)")
                .param(UUID.randomUUID())
                .update();
        for (String format : List.of("pdf", "docx", "xlsx")) {
            assertThat(paper(url, format)).as(format).contains("Approuvé").doesNotContain("Brouillon");
        }
    }

    private String paper(String url, String format) throws IOException {
        var answer = pages.as(Role.COORDINATOR).get(url + "/financial." + format);
        byte[] bytes = answer.getResponse().getContentAsByteArray();
        return SpendingFixture.text(bytes);
    }

    @Test
    void figuresOpenToTheirEvidence() {
        String url = openReport();
        var cells = pages.as(Role.COORDINATOR).open(url).select("tbody tr:first-child td a");
        assertThat(cells).hasSize(2);
        assertThat(text(cells.get(0).attr("href").replace("#index", "")))
                .contains("Ce qui est imputé à la ligne 2.1 seulement", "600,00 $", "150,00 $", "2 dépenses");
        assertThat(text(url + "?line=2.2")).contains("1 dépense", "100,00 $").doesNotContain("Imprimerie Neuve");
        assertThat(text(cells.get(1).attr("href"))).contains("Imprimerie Neuve", "Autobus du Nord");
    }

    @Test
    void warnsOfAReportThatTellsTheSameDaysAgain() {
        openReport();
        String reports =
                "/resources/spending/report?budget=" + lines.get(0).budgetId().value();
        var refused = pages.as(Role.COORDINATOR).post(reports, "from=2025-06-01", "to=2026-05-31");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("les mêmes dépenses seraient dans les deux", "name=\"overlap\"");
        assertThat(pages.as(Role.COORDINATOR).post(reports, "from=2025-06-01", "to=2026-05-31", "overlap=true"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(reports, "from=2026-06-01", "to=2026-12-31"))
                .hasStatus(303);
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                names.add(each.getName());
            }
        }
        return names;
    }

    @Test
    void refusesAPeriodOutsideTheBudget() {
        String reports =
                "/resources/spending/report?budget=" + lines.get(0).budgetId().value();
        assertThat(Pages.text(pages.as(Role.COORDINATOR).post(reports, "from=2024-12-31", "to=2025-12-31")))
                .contains("La période est dans celle du budget");
    }
}
