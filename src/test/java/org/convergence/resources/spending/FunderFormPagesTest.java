package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.formfilling.FormFiles;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A funder's form is given once, and filled by each report. */
@ModuleTest
class FunderFormPagesTest {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private Budgets budgets;

    @Autowired
    private SpendingFixture fixture;

    private UUID budget = new UUID(0, 0);

    @BeforeEach
    void createBudget() {
        users.ensureOrganisation();
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> budget = budgets.create(new BudgetFacts(
                                "resources.grant/agreement/" + UUID.randomUUID(),
                                "Entente fictive",
                                "CAD",
                                LocalDate.of(2025, 1, 1),
                                LocalDate.of(2025, 12, 31),
                                List.of(
                                        new BudgetLineFacts(
                                                "2.1", "Impression", CostClass.DIRECT, new BigDecimal("10000")),
                                        new BudgetLineFacts(
                                                "2.2", "Transport", CostClass.TRAVEL, new BigDecimal("500.50")))))
                        .value());
    }

    @AfterEach
    void clear() throws Exception {
        fixture.clear();
    }

    @Test
    void fillsFormWithFiguresOfReport() throws IOException {
        String form = location(add("formulaire.xlsx", FormFiles.workbook()));
        Document places = pages.as(Role.COORDINATOR).open(form);
        assertThat(places.select("table input").eachAttr("value")).contains("B7", "C7", "D7", "E7", "B8");
        assertThat(places.select("#f-at-organisation").val()).isEqualTo("B3");
        // The totals of the form are formulas.
        assertThat(pages.as(Role.COORDINATOR).post(form, fields(places, Map.of("D8", "B9"))))
                .hasStatus(422)
                .bodyText()
                .contains("contient une formule");
        assertThat(pages.as(Role.COORDINATOR).post(form, fields(places, Map.of())))
                .hasStatus(303);

        String report = location(pages.as(Role.COORDINATOR)
                .post("/resources/spending/report?budget=" + budget, "from=2025-01-01", "to=2025-12-31"));
        String filled = pages.as(Role.COORDINATOR)
                .open(report)
                .select("a:contains(Remplir formulaire.xlsx)")
                .attr("href");
        byte[] bytes = pages.as(Role.COORDINATOR).get(filled).getResponse().getContentAsByteArray();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(6).getCell(1).getNumericCellValue()).isEqualTo(10_000);
            assertThat(sheet.getRow(7).getCell(1).getNumericCellValue()).isEqualTo(500.5);
            assertThat(sheet.getRow(7).getCell(3).getNumericCellValue()).isEqualTo(500.5);
            assertThat(sheet.getRow(8).getCell(1).getCellFormula()).isEqualTo("SUM(B7:B8)");
        }
        assertThat(pages.as(Role.AUDITOR).post(form + "/remove", "version=2")).hasStatus(403);

        location(add("annexe.xlsx", FormFiles.workbook()));
        assertThat(pages.as(Role.COORDINATOR).open(report).select(".gestures > .drop a"))
                .as("two forms are one list")
                .extracting(Element::text)
                .containsExactlyInAnyOrder("Remplir annexe.xlsx", "Remplir formulaire.xlsx");
    }

    @Test
    void refusesWhatItCannotFill() {
        assertThat(add("formulaire.txt", "Nom :".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("Seuls un fichier Excel");
        assertThat(add("formulaire.docx", SampleFiles.wordWithMacros()))
                .hasStatus(422)
                .bodyText()
                .contains("macros");
        for (String name : List.of("formulaire.xlsm", "formulaire.xlsx")) {
            assertThat(add(name, FormFiles.workbookWithMacros()))
                    .as(name)
                    .hasStatus(422)
                    .bodyText()
                    .contains("macros");
        }
        String form = location(add("formulaire.docx", FormFiles.word()));
        Document places = pages.as(Role.COORDINATOR).open(form);
        assertThat(places.select("datalist option").eachAttr("value")).containsExactly("depense", "explication");
        assertThat(pages.as(Role.COORDINATOR).post(form, "version=1", "at-title=depense", "at-number=depense"))
                .hasStatus(422)
                .bodyText()
                .contains("Deux chiffres vont dans la case depense");
        assertThat(pages.as(Role.COORDINATOR).post(form, "version=1", "at-title=Absent"))
                .hasStatus(422)
                .bodyText()
                .contains("n’a pas de case");
        assertThat(pages.as(Role.COORDINATOR).post(form + "/remove", "version=1"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).get(form)).hasStatus(404);
    }

    private static String[] fields(Document page, Map<String, String> instead) {
        List<String> fields = new ArrayList<>();
        for (Element input : page.select("main form input[name=version], main form input[name^=at-]")) {
            fields.add(input.attr("name") + "=" + instead.getOrDefault(input.val(), input.val()));
        }
        return fields.toArray(new String[0]);
    }

    private MvcTestResult add(String name, byte[] bytes) {
        return mvc.post()
                .uri("/resources/spending/forms?budget=" + budget)
                .multipart()
                .file(new MockMultipartFile("file", name, EXCEL, bytes))
                .with(users.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
    }

    private static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }
}
