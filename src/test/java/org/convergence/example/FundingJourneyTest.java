package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.formfilling.FormFiles;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.domain.BooksService;
import org.convergence.resources.ledger.domain.BooksService.BooksLineFacts;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call becomes an application, an agreement, a receipt and a filed financial report that agrees with the books. */
@JourneyTest
@Tag(TestTags.SLOW)
class FundingJourneyTest {

    private static final String CALL = "Fonds des ateliers";
    private static final String SUPPLIER = "Papeterie du Fjord";
    private static final String SUBMIT = "main form.form button.main";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private BooksService books;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void leadsFromACallToAFiledReportThatAgreesWithTheBooks(BrowserLook look) throws IOException {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "funding");
        LocalDate yesterday = settings.today().minusDays(1);
        decide(page, pictures);
        apply(page, pictures);
        approve(page, look, pictures);
        String agreement = award(page, pictures, yesterday);
        setAccount(page, agreement);
        receipt(page, look, pictures, agreement, yesterday);
        CurrentActor.runAs(
                Actor.system("books"),
                () -> books.enter(
                        "grand-livre.csv",
                        yesterday,
                        yesterday,
                        List.of(new BooksLineFacts("5950", yesterday, "", SUPPLIER, new BigDecimal("41.25")))));
        report(page, look, pictures, agreement, yesterday);
        page.context().close();
    }

    private void visit(Page page, String path) {
        page.navigate(visitor.browser().urlOf(path));
    }

    private static void choose(Page page, String field, String name) {
        page.locator("input[name=" + field + "-typed]").pressSequentially(name);
        page.locator("[data-chooser=" + field + "]:not([data-stale]) [role=option]")
                .first()
                .waitFor();
        page.keyboard().press("Enter");
        page.locator("[data-chooser=" + field + "] .chips label.chip").first().waitFor();
    }

    private static void submit(Page page) {
        page.locator(SUBMIT).first().click();
    }

    private void decide(Page page, JourneyScreenshots pictures) {
        visit(page, "/resources/grant/calls/new");
        page.locator("input[name=title]").fill(CALL);
        choose(page, "funder", "Fonds d’essai");
        page.locator("input[name=closes]").fill(settings.today().plusDays(40).toString());
        page.locator("input[name=match]").fill("20");
        pictures.checkAndSave("01-call");
        submit(page);
        page.locator("main a[href$='/worth']").click();
        page.locator("input[name=amount]").fill("9000");
        page.locator("input[name=asking]").fill("12");
        page.locator("input[name=reporting]").fill("8");
        page.locator("input[name=hourly]").fill("30");
        page.locator("form[action$='/estimate'] button.main").click();
        page.locator("main tfoot").waitFor();
        assertThat(page.locator("main tfoot").textContent())
                .as("9,000 less 20 hours at 30 $ and a match of 20 % of the cost")
                .containsPattern("6\\D?150[.,]00");
        pictures.checkAndSave("02-worth");
        page.locator("label:has([name=verdict][value=GO])").click();
        page.locator("textarea[name=reason], input[name=reason]").fill("Le besoin est là.");
        page.locator("form[action$='/decision'] button.main").click();
        page.locator(".notice.ok").first().waitFor();
    }

    private void apply(Page page, JourneyScreenshots pictures) {
        page.locator("form[action='/resources/grant/applications'] button").click();
        page.locator("textarea[name=questions]")
                .fill("Quel besoin? (20 mots)\nQuels résultats? (200 caractères avec espaces)");
        pictures.checkAndSave("03-questions");
        submit(page);
        for (int at = 0; at < 2; at++) {
            page.locator("main ol.rows .what a").nth(at).click();
            page.locator("textarea[name=body]").fill("Des ateliers dans deux villes.");
            submit(page);
        }
        page.locator("main a[href$='/budget']").click();
        page.locator("textarea[name=budget]").fill("Impression; 8 000; 2 000\nTransport; 1 000");
        submit(page);
        page.locator("main table").waitFor();
        pictures.checkAndSave("04-application");
    }

    /** The president approves by the link of a letter, without signing in. */
    private void approve(Page page, BrowserLook look, JourneyScreenshots pictures) {
        String application = page.url();
        page.locator("main a[href^='/directory/secondlook']").click();
        choose(page, "reader", "Thérèse O’Bomsawin");
        submit(page);
        page.locator("button[name=confirmed]").click();
        page.waitForURL(application + "*");
        try (ExampleMail mail = new ExampleMail(sender)) {
            mail.carry();
            Page reader = Chromium.open(look);
            reader.navigate(visitor.browser()
                    .urlOf(mail.findLink("therese.obomsawin@fes-asne.example", "/public/second-look/")));
            new JourneyScreenshots(reader, look, "funding").checkAndSave("05-second-look");
            reader.locator("form[action*='/good'] button").click();
            reader.locator(".notice.ok").waitFor();
            reader.context().close();
        }
        page.navigate(application);
        page.locator("main a[href$='/submission']").click();
        page.locator("input[name=confirmation]").fill("FA-0917");
        pictures.checkAndSave("06-sent");
        submit(page);
    }

    private static String award(Page page, JourneyScreenshots pictures, LocalDate yesterday) {
        page.locator("main a[href$='/outcome']").click();
        page.locator("label:has([name=outcome][value=ACCEPTED])").click();
        page.locator("input[name=granted]").fill("9000");
        page.locator("input[name=starts]").fill(yesterday.minusDays(10).toString());
        page.locator("input[name=ends]").fill(yesterday.plusYears(1).toString());
        page.locator("label:has([name=scope][value=MISSION])").click();
        pictures.checkAndSave("07-outcome");
        submit(page);
        page.waitForURL("**/resources/grant/agreement/*");
        pictures.checkAndSave("08-agreement");
        assertThat(page.locator("main table").first().textContent()).contains("Impression", "Transport");
        return page.url();
    }

    /** The account of the first line in the accountant's books. */
    private static void setAccount(Page page, String agreement) {
        page.locator("main table a[href*='/line/']").first().click();
        page.locator("input[name=account]").fill("5950");
        submit(page);
        page.waitForURL(agreement + "*");
    }

    private void receipt(
            Page page, BrowserLook look, JourneyScreenshots pictures, String agreement, LocalDate yesterday) {
        UUID line = db.sql("""
                        SELECT l.id FROM resources.spending_line l JOIN resources.spending_budget b ON b.id = l.budget
                        WHERE b.subject = ? ORDER BY l.position LIMIT 1
                        """)
                .param("resources.grant/agreement/" + agreement.substring(agreement.lastIndexOf('/') + 1))
                .query(UUID.class)
                .single();
        visitor.signIn(page, look, ExampleUser.IDRISS);
        visit(page, "/resources/spending/new");
        page.locator("input[name=voucher]")
                .setInputFiles(new FilePayload("IMG_0917.jpg", "image/jpeg", SampleFiles.photograph(1600, 1200, 7)));
        page.locator("input[name=amount]").fill("41,25");
        page.locator("select[name=line1]").selectOption(line.toString());
        page.locator("input[name=supplier]").fill(SUPPLIER);
        page.locator("input[name=day]").fill(yesterday.toString());
        submit(page);
        page.locator(".notice.ok").waitFor();
        pictures.checkAndSave("09-receipt");

        visitor.signIn(page, look, ExampleUser.GUYLAINE);
        visit(page, "/resources/spending/queue");
        page.locator("li:has-text('" + SUPPLIER + "') .end a").click();
        page.locator("main form[action='/resources/spending/queue'] button")
                .first()
                .click();
        page.locator(".notice.ok").waitFor();
    }

    private void report(Page page, BrowserLook look, JourneyScreenshots pictures, String agreement, LocalDate yesterday)
            throws IOException {
        visitor.signIn(page, look, ExampleUser.MARYSE);
        page.navigate(agreement);
        var hand = new UserEffortMeter(page);
        hand.press("main a[href^='/resources/spending/report?']");
        hand.await("main a[href^='/resources/spending/forms']");
        String reports = page.url();
        hand.press("main a[href^='/resources/spending/forms']");
        hand.choose("input[name=file]", new FilePayload("formulaire.xlsx", EXCEL, FormFiles.workbook()));
        hand.press(SUBMIT);
        hand.await("input[value=B7]");
        pictures.checkAndSave("10-form");
        hand.press(SUBMIT);
        page.navigate(reports);
        hand.type("input[name=from]", yesterday.minusDays(10).toString());
        hand.type("input[name=to]", yesterday.toString());
        hand.press(SUBMIT);
        hand.await("form[action$='/approve'] button.main");
        pictures.checkAndSave("11-report");
        hand.press("form[action$='/approve'] button.main");
        hand.press("form[action$='/file'] button.main");
        hand.await("form[action$='/sample.pdf']");
        hand.writeResult("financial report");
        assertThat(hand.seconds()).isLessThan(60 * 60);
        pictures.checkAndSave("12-filed");
        assertThat(page.locator("main .notice.ok").last().textContent().replace('\u00a0', ' '))
                .as("report − books")
                .containsPattern("(?<!\\d)\\$?0[.,]00");
        Download filled = page.waitForDownload(
                () -> page.locator("a[href*='/form/']").first().click());
        try (InputStream in = filled.createReadStream();
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(6).getCell(1).getNumericCellValue()).isEqualTo(8_000);
            assertThat(sheet.getRow(6).getCell(2).getNumericCellValue()).isEqualTo(41.25);
            assertThat(sheet.getRow(8).getCell(2).getCellFormula()).isEqualTo("SUM(C7:C8)");
        }
    }
}
