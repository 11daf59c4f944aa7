package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
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

/** The accountant of the example sends the prepared claim, and opens a file for another position. */
@JourneyTest
class SubsidyJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void sendsAClaimAndOpensAFile(BrowserLook look) {
        Page page = traveller.arrive(look, example::restore);
        var pictures = new JourneyScreenshots(page, look, "subsidy");
        String mail = Objects.requireNonNull(ExampleAccounts.readCards().get(ExampleUser.GUYLAINE))
                .mail();
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> traveller.openSignInLink(page, signIn.issueFor(mail).orElseThrow(), look));
        page.locator("main a[href^='/resources/subsidy/claim/']").first().waitFor();
        pictures.checkAndSave("01-today");
        visit(page, "/resources/subsidy");
        pictures.checkAndSave("02-files");
        page.locator("main .rows a[href^='/resources/subsidy/']").last().click();
        pictures.checkAndSave("03-file");
        page.locator("main .rows a[href^='/resources/subsidy/claim/']").first().click();
        pictures.checkAndSave("04-claim");
        page.locator("form[action$='/proof/2'] button").click();
        saved(page);
        page.locator("input[name='confirmation']").fill("SQ-0502");
        page.locator("form[action$='/send'] button.main").click();
        saved(page);
        pictures.checkAndSave("05-sent");
        assertThat(db.sql("SELECT count(*) FROM resources.subsidy_claim WHERE state = 'SENT'")
                        .query(Long.class)
                        .single())
                .isOne();
        page.locator(".trail a").last().click();
        page.locator("a[href$='/claim']").first().click();
        pictures.checkAndSave("06-new-claim");
        visit(page, "/resources/subsidy/programmes");
        pictures.checkAndSave("07-programmes");
        page.locator("main .rows a").first().click();
        pictures.checkAndSave("08-programme");
        visit(page, "/resources/subsidy/minimum-wage");
        pictures.checkAndSave("09-minimum-wage");
        visit(page, "/resources/subsidy/new");
        page.locator("select[name='programme']").selectOption(new SelectOption().setIndex(1));
        page.locator("input[name='position']").fill("Archiviste");
        page.locator("input[name='startsOn']").fill("2027-09-06");
        page.locator("input[name='endsOn']").fill("2027-11-26");
        page.locator("input[name='weeks']").fill("12");
        page.locator("input[name='wage']").fill("23,50");
        page.locator("input[name='charges']").fill("12");
        pictures.checkAndSave("10-new-file");
        page.locator("main form.form button.main").click();
        saved(page);
        pictures.checkAndSave("11-opened");
        page.context().close();
    }

    /** Twelve weeks of approved hours become a claim with its papers and proofs, which is sent, then paid. */
    @ParameterizedTest
    @Tag(TestTags.SLOW)
    @MethodSource("org.convergence.testing.Chromium#looks")
    void claimsAQuarterWithinFifteenMinutes(BrowserLook look) throws IOException {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        LocalDate monday = settings.today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(12);
        approveTwelveWeeks(monday);
        visitor.signIn(page, look, ExampleUser.GUYLAINE);
        var pictures = new JourneyScreenshots(page, look, "quarter-claim");
        visit(page, "/resources/subsidy");
        var hand = new UserEffortMeter(page);
        hand.press("main .rows a:has-text('Agente de mobilisation')");
        hand.press("main a[href$='/claim']");
        hand.type("input[name=from]", monday.toString());
        hand.type("input[name=to]", monday.plusWeeks(12).minusDays(1).toString());
        hand.press("main button[formmethod=get]");
        hand.await("main p.lead");
        pictures.checkAndSave("01-computed");
        hand.press("main form.form button.main");
        hand.await("form[action$='/send']");
        assertThat(page.locator("main tbody tr").count()).as("weeks").isEqualTo(12);
        String claim = page.url();
        Download paper = page.waitForDownload(() -> hand.press("a[href$='/pdf']"));
        assertThat(paper.failure()).isNull();
        hand.press("main details:has(#file1) > summary");
        hand.choose("#file1", new FilePayload("talons.jpg", "image/jpeg", SampleFiles.photograph(1600, 1200, 8)));
        hand.press("form:has(#file1) button");
        hand.await(".notice.ok");
        hand.press("form[action$='/proof/2'] button");
        hand.await(".notice.ok");
        try (InputStream in = page.waitForDownload(() -> hand.press("a[href$='/xlsx']"))
                        .createReadStream();
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertThat(sumOfAmounts(workbook)).isEqualByComparingTo(amountOf(claim));
        }
        hand.type("input[name=confirmation]", "SQ-0611");
        hand.press("form[action$='/send'] button.main");
        hand.await("form[action$='/pay']");
        pictures.checkAndSave("02-sent");
        hand.press("form[action$='/pay'] button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("03-paid");
        assertThat(db.sql("SELECT state FROM resources.subsidy_claim")
                        .query(String.class)
                        .single())
                .isEqualTo("PAID");
        hand.writeResult("wage claim of a quarter");
        assertThat(hand.seconds()).isLessThan(15 * 60);
        page.context().close();
    }

    /** Leaves the employee of the first file with twelve weeks of approved hours, of which none is claimed. */
    private void approveTwelveWeeks(LocalDate monday) {
        for (String table : List.of("hour_claim", "claimed_hour", "claim_day", "claim_proof", "claim")) {
            db.sql("DELETE FROM resources.subsidy_" + table).update();
        }
        for (String statement : List.of(
                "DELETE FROM plan.time_entry e USING resources.subsidy s WHERE e.person = s.person AND e.monday >= :monday",
                "DELETE FROM plan.time_sheet t USING resources.subsidy s WHERE t.person = s.person AND t.monday >= :monday",
                """
                INSERT INTO plan.time_sheet (id, person, monday, state, saved_at, submitted_at, decided_at, decided_by, decided_name)
                SELECT gen_random_uuid(), s.person, CAST(:monday AS date) + 7 * n, 'APPROVED', now(), now(), now(),
                       gen_random_uuid(), 'Maryse'
                FROM resources.subsidy s, generate_series(0, 11) n WHERE s.person IS NOT NULL
                """,
                """
                INSERT INTO plan.time_entry (id, person, monday, day, hours, volunteer)
                SELECT gen_random_uuid(), t.person, t.monday, t.monday + n, 6, false
                FROM plan.time_sheet t, generate_series(0, 4) n WHERE t.decided_name = 'Maryse' AND t.monday >= :monday
                """)) {
            db.sql(statement).param("monday", monday).update();
        }
    }

    private BigDecimal amountOf(String claim) {
        return db.sql("SELECT amount FROM resources.subsidy_claim WHERE id = CAST(? AS uuid)")
                .param(claim.substring(claim.lastIndexOf('/') + 1).replaceAll("\\?.*", ""))
                .query(BigDecimal.class)
                .single();
    }

    /** The greatest number of the workbook's amounts: the total under them. */
    private static BigDecimal sumOfAmounts(XSSFWorkbook workbook) {
        BigDecimal most = BigDecimal.ZERO;
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                Cell last = row.getCell(4);
                if (last != null && last.getCellType() == CellType.NUMERIC) {
                    most = most.max(BigDecimal.valueOf(last.getNumericCellValue()));
                }
            }
        }
        return most;
    }

    private void visit(Page page, String path) {
        page.navigate(traveller.urlOf(path));
    }

    private static void saved(Page page) {
        page.locator(".notice.ok").first().waitFor();
    }
}
