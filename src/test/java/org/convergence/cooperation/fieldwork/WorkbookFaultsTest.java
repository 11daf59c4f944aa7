package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Our workbook as it comes back: sorted, with rows deleted and pasted over, saved by another programme. */
@ModuleTest
class WorkbookFaultsTest {

    private static final String URL = "/cooperation/fieldwork/workbooks";
    private static final Path OFFICE = Path.of("/usr/bin/soffice");

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
    private TestDatabase database;

    @TempDir
    private Path folder = Path.of("");

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void aWorkbookWithThreeRows() throws IOException {
        fixture.clear();
        db.sql("DELETE FROM cooperation.fieldwork_workbook").update();
        today = settings.today();
        String organisation = "organisation=" + fixture.partner().value();
        Pages.require(pages.as(Role.COORDINATOR)
                .post("/cooperation/fieldwork/links", organisation, "language=es", "country=MX"));
        fixture.post(URL + "/ours", organisation, "kind=SPENT", "name=Gastos");
        takeIn(edit(download(), sheet -> {
            fill(sheet.getRow(2), 9, "Transportes", 1_250);
            fill(sheet.getRow(3), 8, "Papelería", 85.5);
            fill(sheet.getRow(4), 7, "Salón", 400);
        }));
        assertThat(entries()).isEqualTo("Papelería 85.5 WAITING 1, Salón 400 WAITING 1, Transportes 1250 WAITING 1");
    }

    private UUID workbook() {
        return db.sql("SELECT id FROM cooperation.fieldwork_workbook")
                .query(UUID.class)
                .single();
    }

    private byte[] download() {
        return pages.as(Role.COORDINATOR)
                .get(URL + "/ours/" + workbook())
                .getResponse()
                .getContentAsByteArray();
    }

    private void takeIn(byte[] file) {
        start(file);
        jobs.runAll();
    }

    /** Has a file read; its job waits. */
    private void start(byte[] file) {
        MvcTestResult answer = mvc.post()
                .uri(URL)
                .multipart()
                .file("file", file)
                .param("workbook", workbook().toString())
                .with(users.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
        assertThat(answer.getResponse().getStatus()).as(Pages.text(answer)).isEqualTo(303);
        fixture.post(Pages.location(answer) + "/run", "version=1");
    }

    private String entries() {
        return db.sql("""
                        SELECT string_agg(concat_ws(' ', label, figure::float, state, version), ', ' ORDER BY label)
                        FROM cooperation.fieldwork_entry
                        """).query(String.class).single();
    }

    private static byte[] edit(byte[] file, Consumer<Sheet> edited) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edited.accept(workbook.getSheetAt(0));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private void fill(Row row, int daysAgo, String label, double amount) {
        row.getCell(1).setCellValue(today.minusDays(daysAgo));
        row.getCell(2).setCellValue(label);
        row.getCell(3).setCellValue(amount);
    }

    /** Exchanges the cells of two rows, the hidden number among them, as a sorted sheet has them. */
    private static void exchange(Row one, Row other) {
        String number = one.getCell(0).getStringCellValue();
        one.getCell(0).setCellValue(other.getCell(0).getStringCellValue());
        other.getCell(0).setCellValue(number);
        var day = one.getCell(1).getLocalDateTimeCellValue();
        one.getCell(1).setCellValue(other.getCell(1).getLocalDateTimeCellValue());
        other.getCell(1).setCellValue(day);
        String label = one.getCell(2).getStringCellValue();
        one.getCell(2).setCellValue(other.getCell(2).getStringCellValue());
        other.getCell(2).setCellValue(label);
        double amount = one.getCell(3).getNumericCellValue();
        one.getCell(3).setCellValue(other.getCell(3).getNumericCellValue());
        other.getCell(3).setCellValue(amount);
    }

    /** The connection is cut while a row in the middle of the workbook is written. */
    @Test
    void aWorkbookCutWhileItIsReadLeavesNothingAndIsReadOnceAfterwards() throws IOException, SQLException {
        String before = entries();
        asOwner("""
                CREATE FUNCTION public.cut_workbook() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$""");
        asOwner("CREATE TRIGGER cut_workbook BEFORE INSERT ON cooperation.fieldwork_entry FOR EACH ROW"
                + " WHEN (NEW.label = 'Taxi 2') EXECUTE FUNCTION public.cut_workbook()");
        start(edit(download(), sheet -> {
            sheet.getRow(2).getCell(3).setCellValue(1_300);
            for (int row = 1; row <= 3; row++) {
                fill(sheet.getRow(4 + row), 2, "Taxi " + row, 10 * row);
            }
        }));
        assertThatThrownBy(() -> jobs.runAll()).isInstanceOf(RuntimeException.class);
        assertThat(entries()).as("nothing is left").isEqualTo(before);
        asOwner("DROP FUNCTION public.cut_workbook() CASCADE");
        jobs.run(db.sql("SELECT id FROM platform.jobs_run WHERE state = 'RUNNING'")
                .query(UUID.class)
                .single());
        assertThat(entries())
                .as("each row once")
                .isEqualTo("Papelería 85.5 WAITING 1, Salón 400 WAITING 1, Taxi 1 10 WAITING 1, Taxi 2 20 WAITING 1,"
                        + " Taxi 3 30 WAITING 1, Transportes 1300 WAITING 2");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aSortedWorkbookChangesNothing() throws IOException {
        String before = entries();
        takeIn(edit(download(), sheet -> exchange(sheet.getRow(2), sheet.getRow(4))));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void deletedRowsStayAndARowPastedOverIsThatRow() throws IOException {
        takeIn(edit(download(), sheet -> {
            sheet.removeRow(sheet.getRow(3));
            sheet.getRow(4).getCell(3).setCellValue("1,400.00");
            fill(sheet.getRow(5), 2, "Impresos", 60);
        }));
        assertThat(entries())
                .isEqualTo("Impresos 60 WAITING 1, Papelería 85.5 WAITING 1, Salón 1400 WAITING 2,"
                        + " Transportes 1250 WAITING 1");
    }

    @Test
    void aWorkbookSavedByLibreOfficeIsReadAsOursAndOneRowChanged() throws Exception {
        assumeThat(Files.exists(OFFICE)).as("LibreOffice").isTrue();
        String before = entries();
        takeIn(saveByLibreOffice(download()));
        assertThat(entries()).as("saved without a change").isEqualTo(before);
        takeIn(saveByLibreOffice(edit(download(), sheet -> {
            exchange(sheet.getRow(2), sheet.getRow(4));
            sheet.getRow(3).getCell(3).setCellValue(95.5);
        })));
        assertThat(entries()).isEqualTo(before.replace("85.5 WAITING 1", "95.5 WAITING 2"));
    }

    private byte[] saveByLibreOffice(byte[] file) throws Exception {
        Path sent = folder.resolve("gastos.xlsx");
        Path saved = folder.resolve("saved");
        Files.write(sent, file);
        Process office = new ProcessBuilder(
                        OFFICE.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        saved.toString(),
                        sent.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(office.waitFor(2, TimeUnit.MINUTES)).as("LibreOffice ends").isTrue();
        return Files.readAllBytes(saved.resolve("gastos.xlsx"));
    }

    /** The marks of Excel: its own attributes, and a sum typed as a formula. */
    @Test
    void aWorkbookInTheFormOfExcelIsReadAsOursAndOneRowChanged() throws IOException {
        String before = entries();
        takeIn(asExcelWrites(download()));
        assertThat(entries()).as("saved without a change").isEqualTo(before);
        takeIn(asExcelWrites(edit(download(), sheet -> {
            exchange(sheet.getRow(2), sheet.getRow(4));
            sheet.getRow(3).getCell(3).setCellFormula("45.25+50.25");
            sheet.getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(sheet.getRow(3).getCell(3));
        })));
        assertThat(entries()).isEqualTo(before.replace("85.5 WAITING 1", "95.5 WAITING 2"));
    }

    private static byte[] asExcelWrites(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        int sheets = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    xml = xml.replaceFirst("<worksheet ", """
                                    <worksheet xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
                                        xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
                                        xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
                                        mc:Ignorable="x14ac xr" xr:uid="{00000000-0001-0000-0000-000000000000}"
                                    """)
                            .replace("<row ", "<row x14ac:dyDescent=\"0.25\" spans=\"1:9\" ");
                    sheets++;
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(xml.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(sheets).isPositive();
        return out.toByteArray();
    }
}
