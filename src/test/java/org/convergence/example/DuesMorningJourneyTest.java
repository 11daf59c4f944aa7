package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.convergence.identity.domain.SignIn;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.Look;
import org.convergence.testing.Hand;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pictures;
import org.convergence.testing.Traveller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The morning of the dues call, as the coordinator of the example organisation lives it: what is owed, the new call prepared
 * and looked at, invoices out, a cheque noted, a delay granted.
 */
@JourneyTest
@Import(QueuedJobs.class)
class DuesMorningJourneyTest {

    @Autowired
    private Traveller traveller;

    @Autowired
    private ExampleOrganisation example;

    @Autowired
    private SignIn signIn;

    @Autowired
    private QueuedJobs queued;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void theDuesAreCalledInAMorning(Look look) {
        Page page = traveller.arrive(look, example::enter);
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> traveller.follow(
                        page,
                        signIn.issueFor(Objects.requireNonNull(Cast.cards().get(Part.MARYSE))
                                        .mail())
                                .orElseThrow(),
                        look));
        var pictures = new Pictures(page, look, "dues");
        visit(page, "/resources/dues/rates");
        visit(page, "/resources/dues?on=2025-12-31");
        pictures.take("01-preview");
        Hand hand = new Hand(page);
        String call = calls(page, pictures, hand);
        issues(page, pictures, hand, call);
        String invoice = receives(page, pictures, hand);
        hand.note("dues call");
        waits(page, pictures, invoice);
        visit(page, "/resources/ledger/payments");
        pictures.take("13-payments");
        visit(page, "/resources/ledger/aged");
        pictures.take("14-aged");
        assertThat(hand.gestures())
                .as("gestures from the first page to the payment")
                .isLessThanOrEqualTo(14);
        page.context().close();
    }

    /** A new call begins with what the last one said. */
    private String calls(Page page, Pictures pictures, Hand hand) {
        visit(page, "/resources/dues/calls");
        pictures.take("02-calls");
        hand.press("a.main[href='/resources/dues/calls/new']");
        hand.await("input[name=name]");
        pictures.take("03-call-form");
        assertThat(page.locator("textarea[name=note]").inputValue()).contains("Chèque");
        hand.type("input[name=name]", "Cotisation de l’an prochain");
        hand.press("main form button[type=submit]");
        hand.await("table");
        pictures.take("04-call");
        String call = URI.create(page.url()).getPath();
        hand.press("form[action^='" + call + "/members/'] button");
        hand.await("[role=status]");
        return call;
    }

    private void issues(Page page, Pictures pictures, Hand hand, String call) {
        page.navigate(traveller.address(call));
        hand.press("a.main[href$='/issue']");
        hand.await("input[name=sent]");
        pictures.take("05-issue");
        hand.press("main form button[type=submit]");
        page.waitForURL(url -> url.contains("/platform/jobs/"));
        queued.runAll();
        assertThat(count("platform.jobs_run WHERE kind = 'dues-call' AND state = 'DONE'"))
                .isEqualTo(1);
        page.navigate(traveller.address(call));
        pictures.take("06-issued");
        assertThat(count("resources.dues_share WHERE excluded IS NOT NULL")).isEqualTo(1);
        assertThat(count("platform.mail_message WHERE purpose = 'dues_invoice'"))
                .isPositive();
        assertThat(page.locator("a[href^='/resources/ledger/invoices/']").count())
                .isPositive();
    }

    /** A cheque of an invoice's amount: the form is filled, one number is typed. */
    private String receives(Page page, Pictures pictures, Hand hand) {
        visit(page, "/resources/ledger");
        pictures.take("07-invoices");
        hand.press("a[href*='/payments/new?'][href*='invoice=']");
        hand.await("input[name=amount]");
        pictures.take("08-payment-form");
        hand.type("input[name=reference]", "002417");
        hand.press("main form button[type=submit]");
        hand.await("section table");
        pictures.take("09-payment");
        String invoice =
                page.locator("a[href^='/resources/ledger/invoices/']").first().getAttribute("href");
        visit(page, invoice);
        pictures.take("10-invoice");
        return invoice;
    }

    /** An invoice that is still owed waits by a decision of the board, and its organisation's page tells of it. */
    private void waits(Page page, Pictures pictures, String settled) {
        visit(page, "/resources/ledger?which=OVERDUE");
        List<String> overdue = page.locator("th a[href^='/resources/ledger/invoices/']").all().stream()
                .map(each -> each.getAttribute("href"))
                .filter(each -> !each.equals(settled))
                .toList();
        assertThat(overdue).isNotEmpty();
        visit(page, overdue.get(0) + "/delay");
        pictures.take("11-delay");
        page.locator("input[name=body]").fill("CA");
        page.locator("input[name=date]").fill("2026-01-12");
        page.locator("main form button[type=submit]").click();
        page.waitForURL(traveller.address(overdue.get(0)));
        Chromium.assertSound(page);
        visit(
                page,
                page.locator("main a[href^='/directory/people/organisations/']")
                        .first()
                        .getAttribute("href"));
        pictures.take("12-organisation");
    }

    private void visit(Page page, String path) {
        traveller.visit(page, path);
    }

    private int count(String what) {
        return db.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }
}
