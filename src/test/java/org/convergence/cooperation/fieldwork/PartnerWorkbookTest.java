package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A partner's own workbook, and one of ours that comes back. */
@ModuleTest
class PartnerWorkbookTest {

    private static final String URL = "/cooperation/fieldwork/workbooks";
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Budgets budgets;

    @Autowired
    private RecipientWords words;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void aPartnerWithAPage() {
        fixture.clear();
        db.sql("DELETE FROM cooperation.fieldwork_workbook").update();
        today = settings.today();
        Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=es",
                        "country=MX"));
    }

    private MvcTestResult upload(byte[] file, String... fields) {
        var request = mvc.post().uri(URL).multipart().file("file", file);
        for (String field : fields) {
            request = request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return request.with(users.as(Role.COORDINATOR)).with(csrf()).exchange();
    }

    private String uploaded(MvcTestResult answer) {
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return Pages.location(answer);
    }

    /** A new workbook of the partner, as its page shows it. */
    private String read(String kind, String list) {
        return uploaded(upload(
                list.getBytes(StandardCharsets.UTF_8),
                "organisation=" + fixture.partner().value(),
                "kind=" + kind,
                "name=Gastos"));
    }

    private String readAgain(String list) {
        return uploaded(upload(list.getBytes(StandardCharsets.UTF_8), "workbook=" + workbook()));
    }

    private UUID workbook() {
        return db.sql("SELECT id FROM cooperation.fieldwork_workbook")
                .query(UUID.class)
                .single();
    }

    private void enter(String url) {
        fixture.post(url + "/run", "version=1");
        jobs.runAll();
    }

    private String entries() {
        return db.sql("""
                        SELECT coalesce(string_agg(concat_ws(' ', label, figure::float, currency, state, version), ', ' ORDER BY id), '')
                        FROM cooperation.fieldwork_entry
                        """).query(String.class).single();
    }

    private String expenses(String... lines) {
        return "GASTOS DE LA COORDINADORA;;;\nFecha;Pagado a;Monto;Concepto\n" + String.join("\n", lines) + "\n";
    }

    private String line(int daysAgo, String rest) {
        return DAY_FIRST.format(today.minusDays(daysAgo)) + ";" + rest;
    }

    @Test
    void eachRowOfHerExcelIsAnEntryThatCountsOnce() {
        String bus = line(9, "Transportes;1,250.00;Camión");
        String paper = line(8, "Papelería;85.5;Cuadernos");
        String url = read("SPENT", expenses(bus, paper, ";TOTAL;1335.5;"));
        assertThat(fixture.main(url)).contains("2 seront ajoutées", "Aucun jour lisible : un total");
        assertThat(fixture.main(url + "?show=CREATED")).contains("Transportes · Camión", "1 250,00", "MXN");
        assertThat(entries()).as("nothing is kept before it is said").isEmpty();
        enter(url);
        assertThat(entries()).isEqualTo("Transportes 1250 MXN WAITING 1, Papelería 85.5 MXN WAITING 1");
        assertThat(fixture.main("/cooperation/fieldwork")).contains("Camión", "Cuadernos");

        String again = readAgain(
                expenses(line(8, "Papelería;95.5;Cuadernos"), bus, line(7, "Salón;400;Taller"), ";TOTAL;1745.5;"));
        assertThat(fixture.main(again + "?show=CHANGED"))
                .contains("Avant : "
                        + words.forLanguage("fr").date(today.minusDays(8)).replace('\u00a0', ' ')
                        + " · Papelería · 85.5 MXN");
        enter(again);
        String three = "Transportes 1250 MXN WAITING 1, Papelería 95.5 MXN WAITING 2, Salón 400 MXN WAITING 1";
        assertThat(entries()).isEqualTo(three);
        assertThat(db.sql("SELECT row_key FROM cooperation.fieldwork_entry WHERE label = 'Transportes'")
                        .query(String.class)
                        .single())
                .as("the place of a row that moved")
                .isEqualTo("L4");
        enter(readAgain(expenses(bus)));
        assertThat(entries()).as("missing rows stay").isEqualTo(three);
        fixture.post(again + "/undo");
        jobs.runAll();
        assertThat(fixture.main(again)).contains("avait été ajoutée", "avait été complétée");
        assertThat(entries())
                .as("what was changed is set back")
                .isEqualTo("Transportes 1250 MXN WAITING 1, Papelería 85.5 MXN WAITING 3");
    }

    @Test
    void anExpenseTakesTheNewSumOfItsRowUnlessItIsAccepted() {
        enter(read("SPENT", expenses(line(9, "Taxis Río;1,250.50;Traslado"))));
        String entry = "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> budgets.create(new BudgetFacts(
                        "resources.grant/agreement/" + UUID.randomUUID(),
                        "Traslados",
                        "MXN",
                        today.minusDays(30),
                        today.plusDays(9),
                        List.of(new BudgetLineFacts(
                                "A", "Transport", CostClass.EMPLOYEES, BigDecimal.valueOf(9_000))))));
        String line = pages.as(Role.COORDINATOR)
                .open(entry)
                .select("[name=line] optgroup option")
                .attr("value");
        fixture.post(entry + "/accept", "version=1", "line=" + line);
        enter(readAgain(expenses(line(9, "Taxis Río;1,300.00;Traslado"))));
        assertThat(fixture.main(entry).replace('\u00a0', ' ')).contains("Montant 1 300,00 MXN (écrit « 1,300.00 »)");
        fixture.post(entry + "/accept", "version=3");
        assertThat(fixture.main(entry).replace('\u00a0', ' ')).contains("Montant 1 300,00 MXN");
        db.sql("UPDATE resources.spending_expense SET state = 'ACCEPTED'").update();
        enter(readAgain(expenses(line(9, "Taxis Río;1,350.00;Traslado"))));
        MvcTestResult refused = pages.as(Role.COORDINATOR).post(entry + "/accept", "version=5");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("La comptabilité reprend d’abord son acceptation");
        for (String table : List.of("split", "expense", "line", "budget")) {
            db.sql("DELETE FROM resources.spending_" + table).update();
        }
    }

    @Test
    void aChangedRowWaitsBesideWhatItSaidAndMakesNothingASecondTime() {
        String head = "Fecha;Actividad;Mujeres\n";
        enter(read("HAPPENED", head + line(5, "Taller de costura;24") + "\n"));
        String entry = "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
        String realisation =
                fixture.post(entry + "/accept", "version=1", "title=Taller de costura", "realisation=WORKSHOP");
        enter(readAgain(head + line(5, "Taller de costura y contrato;26") + "\n"));
        assertThat(fixture.main(entry))
                .contains("Ce qui a changé", "Avant", "Maintenant", "Femmes 24 26")
                .contains("Taller de costura y contrato", "ne compte pas une deuxième fois");
        assertThat(fixture.post(entry + "/accept", "version=3")).isEqualTo(realisation);
        assertThat(db.sql("SELECT count(*) FROM plan.realisation")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aPartnerWithoutAPageIsRefusedAndAKnownWorkbookIsNot() {
        MvcTestResult nobody = upload(expenses().getBytes(StandardCharsets.UTF_8), "kind=SPENT", "name=Gastos");
        assertThat(nobody).as("of which partner").hasStatus(422);
        db.sql("UPDATE cooperation.fieldwork_link SET revoked_at = now()").update();
        MvcTestResult closed = upload(
                expenses(line(1, "Salón;1;")).getBytes(StandardCharsets.UTF_8),
                "organisation=" + fixture.partner().value(),
                "kind=SPENT",
                "name=Gastos");
        assertThat(closed).hasStatus(422);
        assertThat(Pages.parse(closed).text()).contains("page");
    }

    @Test
    void oursGoesOutInHerLanguageAndComesBack() throws IOException {
        fixture.post(
                URL + "/ours", "organisation=" + fixture.partner().value(), "kind=SPENT", "name=Gastos de la sede");
        assertThat(fixture.main(URL)).contains("Gastos de la sede", "Télécharger");
        byte[] sent = download();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("Un gasto");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).startsWith("Escriba una fila");
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("Pagado a");
            assertThat(sheet.isColumnHidden(0)).isTrue();
            assertThat(sheet.isSheetLocked()).isTrue();
            assertThat(sheet.getRow(2).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(2).getCell(2).getCellStyle().getLocked()).isFalse();
        }
        assertThat(upload(sent, "workbook=" + workbook()))
                .as("nothing is filled in")
                .hasStatus(422);
        String back = uploaded(upload(fill(sent, 2, "Transportes", 1250), "workbook=" + workbook()));
        assertThat(fixture.main(back)).as("its empty rows are no rows").contains("1 ligne lue");
        enter(back);
        assertThat(entries()).isEqualTo("Transportes 1250 MXN WAITING 1");
        byte[] second = download();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(second))) {
            Row row = workbook.getSheetAt(0).getRow(2);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("#1/1");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("Transportes");
            assertThat(row.getCell(1).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(today.minusDays(2));
        }
        enter(uploaded(upload(second, "workbook=" + workbook())));
        assertThat(entries()).as("nothing changed").isEqualTo("Transportes 1250 MXN WAITING 1");
        db.sql("UPDATE cooperation.fieldwork_entry SET version = 2").update();
        String changed = uploaded(upload(fill(second, 2, "Transportes", 1350), "workbook=" + workbook()));
        assertThat(fixture.main(changed + "?show=CHANGED")).contains("Avant : ", "Elle a aussi changé ici");
        enter(changed);
        assertThat(entries()).isEqualTo("Transportes 1350 MXN WAITING 3");
    }

    private byte[] download() {
        return pages.as(Role.COORDINATOR)
                .get(URL + "/ours/" + workbook())
                .getResponse()
                .getContentAsByteArray();
    }

    private byte[] fill(byte[] file, int at, String label, double amount) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.getSheetAt(0);
            Row row = sheet.getRow(at);
            row.getCell(1).setCellValue(today.minusDays(2));
            row.getCell(2).setCellValue(label);
            row.getCell(3).setCellValue(amount);
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
