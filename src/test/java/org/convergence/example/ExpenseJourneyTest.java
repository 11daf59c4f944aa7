package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A receipt is photographed, the accountant accepts it, and the coordinator finds it in the agreement and its report. */
@JourneyTest
@Tag(TestTags.SLOW)
class ExpenseJourneyTest {

    private static final String SUPPLIER = "Quincaillerie du Fjord";

    @Autowired
    private ExampleVisitor visitor;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void countsAPhotographedReceiptInTheReport(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.IDRISS);
        var pictures = new JourneyScreenshots(page, look, "expense");
        recordAReceipt(page, pictures);

        visitor.signIn(page, look, ExampleUser.GUYLAINE);
        pictures.checkAndSave("04-accountant");
        var accountant = new UserEffortMeter(page);
        accountant.press("main a[href='/resources/spending/queue']");
        accountant.await("main h1");
        pictures.checkAndSave("05-queue");
        accountant.press("li:has-text('" + SUPPLIER + "') .end a");
        accountant.await("main a[href^='/platform/document/']");
        pictures.checkAndSave("06-review");
        accountant.press("main form[action='/resources/spending/queue'] button");
        accountant.await(".notice.ok");
        pictures.checkAndSave("07-accepted");
        assertThat(page.locator("main li:has-text('" + SUPPLIER + "')").count()).isZero();
        accountant.writeResult("expense accepted");

        visitor.signIn(page, look, ExampleUser.MARYSE);
        page.locator("nav a[href='/resources/grant/agreement']").first().dispatchEvent("click");
        page.waitForURL("**/resources/grant/agreement");
        pictures.checkAndSave("08-agreements");
        page.locator("main a[href^='/resources/grant/agreement/']:has-text('mission')")
                .first()
                .click();
        pictures.checkAndSave("09-agreement");
        page.locator("main a[href^='/resources/spending/report?']").click();
        pictures.checkAndSave("10-reports");
        page.locator("main form.form button.main").click();
        page.waitForURL("**/resources/spending/report/*");
        pictures.checkAndSave("11-report");
        page.locator("#index summary").click();
        assertThat(page.locator("#index li:has-text('" + SUPPLIER + "')").textContent())
                .containsPattern("41[.,]25");
        page.context().close();
    }

    private static void recordAReceipt(Page page, JourneyScreenshots pictures) {
        pictures.checkAndSave("01-today");
        var hand = new UserEffortMeter(page);
        hand.press(".topbar .drop > summary");
        hand.press(".topbar a[href='/resources/spending/new']");
        hand.await("input[name=voucher]");
        pictures.checkAndSave("02-form");
        hand.choose(
                "input[name=voucher]",
                new FilePayload("IMG_0412.jpg", "image/jpeg", SampleFiles.photograph(1600, 1200, 6)));
        hand.type("input[name=amount]", "41,25");
        hand.select(
                "select[name=line1]",
                page.locator("select[name=line1] option:has-text('Impression')")
                        .first()
                        .getAttribute("value"));
        hand.type("input[name=supplier]", SUPPLIER);
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("03-recorded");
        hand.writeResult("receipt");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(7);
        assertThat(hand.seconds()).isLessThan(60);
    }
}
