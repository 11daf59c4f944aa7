package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.UserEffortMeter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The morning of the dues call: the coordinator prepares and checks the new call, invoices leave, a cheque is recorded,
 * a delay granted; actions are counted.
 */
final class DuesMorningScenario {

    /** The day for which members declared their headcount, and on which the call is based. */
    static final String REFERENCE = "2026-10-31";

    private final BrowserUser traveller;
    private final JobTestRunner queued;
    private final JdbcClient db;
    private final Page page;
    private final JourneyScreenshots pictures;
    private final UserEffortMeter hand;

    DuesMorningScenario(
            BrowserUser traveller, JobTestRunner queued, JdbcClient db, Page page, JourneyScreenshots pictures) {
        this.traveller = traveller;
        this.queued = queued;
        this.db = db;
        this.page = page;
        this.pictures = pictures;
        this.hand = new UserEffortMeter(page);
    }

    void live() {
        String call = calls();
        issues(call);
        String invoice = receives();
        hand.writeResult("dues call");
        waits(invoice);
        visit("/resources/ledger/payments");
        pictures.checkAndSave("13-payments");
        visit("/resources/ledger/aged");
        pictures.checkAndSave("14-aged");
        assertThat(hand.countActions())
                .as("actions from the home page to the payment")
                .isLessThanOrEqualTo(14);
    }

    /** A new call begins with the values of the previous one. */
    private String calls() {
        visit("/resources/dues/calls");
        pictures.checkAndSave("05-calls");
        hand.press("a.main[href='/resources/dues/calls/new']");
        hand.await("input[name=name]");
        pictures.checkAndSave("05-call-form");
        assertThat(page.locator("textarea[name=note]").inputValue()).contains("téléphonez-nous");
        assertThat(page.locator("select[name=leaflets]").inputValue()).isNotEmpty();
        hand.type("input[name=reference]", REFERENCE);
        hand.press("main form button[type=submit]");
        hand.await("table");
        assertThat(page.locator("main table").textContent())
                .as("a member's answer by its link")
                .contains("412");
        pictures.checkAndSave("05-call");
        String call = URI.create(page.url()).getPath();
        hand.press("form[action^='" + call + "/members/'] button");
        hand.await("[role=status]");
        return call;
    }

    private void issues(String call) {
        page.navigate(traveller.urlOf(call));
        hand.press("a.main[href$='/issue']");
        hand.await("input[name=sent]");
        pictures.checkAndSave("06-issue");
        hand.press("main form button[type=submit]");
        page.waitForURL(url -> url.contains("/platform/jobs/"));
        queued.runAll();
        assertThat(count("platform.jobs_run WHERE kind = 'dues-call' AND state = 'DONE'"))
                .isEqualTo(1);
        page.navigate(traveller.urlOf(call));
        pictures.checkAndSave("06-issued");
        assertThat(count("resources.dues_share WHERE excluded IS NOT NULL")).isEqualTo(1);
        assertThat(count("platform.mail_message WHERE purpose = 'dues_invoice'"))
                .isPositive();
        assertThat(page.locator("a[href^='/resources/ledger/invoices/']").count())
                .isPositive();
    }

    /** A cheque for an invoice's amount: the form is filled in, only the number is typed. */
    private String receives() {
        visit("/resources/ledger");
        pictures.checkAndSave("07-invoices");
        hand.press("a[href*='/payments/new?'][href*='invoice=']");
        hand.await("input[name=amount]");
        pictures.checkAndSave("08-payment-form");
        hand.type("input[name=reference]", "002417");
        hand.press("main form button[type=submit]");
        hand.await("section table");
        pictures.checkAndSave("09-payment");
        String invoice =
                page.locator("a[href^='/resources/ledger/invoices/']").first().getAttribute("href");
        visit(invoice);
        pictures.checkAndSave("10-invoice");
        return invoice;
    }

    /** An unpaid invoice is delayed by a decision of the board, and the organisation's page shows it. */
    private void waits(String settled) {
        visit("/resources/ledger?which=OVERDUE");
        List<String> overdue = page.locator("th a[href^='/resources/ledger/invoices/']").all().stream()
                .map(each -> each.getAttribute("href"))
                .filter(each -> !each.equals(settled))
                .toList();
        assertThat(overdue).isNotEmpty();
        visit(overdue.get(0) + "/delay");
        pictures.checkAndSave("11-delay");
        page.locator("input[name=body]").fill("CA");
        page.locator("input[name=date]").fill("2026-01-12");
        page.locator("main form button[type=submit]").click();
        page.waitForURL(traveller.urlOf(overdue.get(0)));
        Chromium.assertSound(page);
        visit(page.locator("main a[href^='/directory/people/organisations/']")
                .first()
                .getAttribute("href"));
        pictures.checkAndSave("12-organisation");
    }

    private void visit(String path) {
        page.navigate(traveller.urlOf(path));
    }

    private int count(String what) {
        return db.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }
}
