package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The treasurer imports a bank file and makes a deposit; the accountant asks, accepts, closes and exports. */
@JourneyTest
class BankJourneyTest {

    private static final String ROOM = "/resources/ledger";

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private JdbcClient db;

    private String name = "";

    private void owed() throws Exception {
        visitors.ensureOrganisation();
        db.sql("UPDATE resources.ledger_bank_line SET state = 'ASIDE', aside = 'TRANSFER' WHERE state = 'OPEN'")
                .update();
        name = "Local " + UUID.randomUUID().toString().substring(0, 8);
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            OrganisationId union = people.findOrCreateOrganisation(name);
            invoicing.issue(invoice(union, "318.25", DAY.plusDays(30), null));
            return receiving.receive(cheque(union, "64.10"), List.of());
        });
    }

    private static void press(Page page, String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void tiesBankFileAndDepositsCheque(BrowserLook look) throws Exception {
        owed();
        String mark = UUID.randomUUID().toString().substring(0, 6);
        Page page = traveller.signIn(look, Role.STAFF);
        var pictures = new JourneyScreenshots(page, look, "bank");
        traveller.openAndCheck(page, ROOM + "/deposits");
        assertThat(page.evaluate("document.querySelector('.tabs [aria-current]').getBoundingClientRect().right"
                        + " <= document.documentElement.clientWidth"))
                .as("the current tab is visible")
                .isEqualTo(true);
        pictures.save("01-deposits");
        press(page, "main form button.main");
        page.waitForURL("**/deposits/*");
        Chromium.assertSound(page);
        traveller.openAndCheck(page, ROOM + "/bank/import");
        String file = "02/03/2026,VIR " + name + ",,318.25,1318.25\n02/13/2026,DEPOT INCONNU " + mark
                + ",,12.34,1330.59\n" + "02/14/2026,FRAIS " + mark + ",7.95,,1322.64\n";
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("td.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        press(page, "main form button.main, main form .gestures button");
        page.waitForURL("**/bank/import/*");
        Chromium.assertSound(page);
        pictures.save("02-statement");
        page.locator("main form[action$='/run'] button").click();
        page.locator("progress").waitFor();
        jobs.runAll();
        page.locator(".steps li:nth-child(4)[aria-current]").waitFor();
        Chromium.assertSound(page);
        traveller.openAndCheck(page, ROOM + "/bank");
        assertThat(page.locator("main").textContent()).contains(name, "DEPOT INCONNU " + mark);
        pictures.save("03-matches");
        press(page, "form[action$='/certain'] button");
        Chromium.assertSound(page);
        assertThat(page.locator("main").textContent())
                .contains("DEPOT INCONNU " + mark)
                .doesNotContain("VIR " + name);
        traveller.openAndCheck(page, ROOM + "/bank?which=OUT");
        press(page, "form[action$='/outgoing'] button");
        traveller.openAndCheck(page, ROOM + "/bank?which=TIED");
        traveller.openAndCheck(page, ROOM + "/bank");
        page.locator("main .rows .what a").first().click();
        page.waitForURL("**/bank/*-*");
        Chromium.assertSound(page);
        pictures.save("04-line");
        page.locator("form[action$='/aside'] input[value=OTHER]").check();
        page.locator("form[action$='/aside'] button[type=submit]").click();
        page.locator(".notice.bad").first().waitFor();
        Chromium.assertSound(page);
        page.locator("form[action$='/aside'] input[name=remark]").fill("Intérêts");
        page.locator("form[action$='/aside'] button[type=submit]").click();
        page.waitForURL("**/bank");
        Chromium.assertSound(page);
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void accountantReviewsEntries(BrowserLook look) throws Exception {
        owed();
        Page hers = traveller.signIn(look, Role.ACCOUNTANT);
        var pictures = new JourneyScreenshots(hers, look, "thursday");
        traveller.openAndCheck(hers, ROOM + "/accounts");
        traveller.openAndCheck(hers, ROOM + "/accounts/new");
        traveller.openAndCheck(hers, ROOM + "/books");
        traveller.openAndCheck(hers, ROOM + "/books/import");
        traveller.openAndCheck(hers, ROOM + "/queue");
        hers.locator("main .rows > li", new Page.LocatorOptions().setHasText(name))
                .first()
                .locator(".end a")
                .click();
        hers.waitForURL("**/queue/*");
        Chromium.assertSound(hers);
        String entry = hers.url().substring(hers.url().indexOf(ROOM));
        hers.locator("textarea[name=question]").fill("Quel exercice?");
        hers.locator("main form button.main").click();
        hers.waitForURL("**/queue");
        Chromium.assertSound(hers);
        Page staff = traveller.signIn(look, Role.STAFF);
        traveller.openAndCheck(staff, "/");
        assertThat(staff.locator("main").textContent()).contains("Quel exercice?");
        traveller.openAndCheck(staff, entry);
        staff.locator("textarea[name=answer]").fill("Celui de 2026.");
        staff.locator("main form button.main").click();
        staff.waitForURL("**/queue");
        staff.context().close();
        traveller.openAndCheck(hers, ROOM + "/queue");
        pictures.save("01-queue");
        hers.locator("button[name=all]").click();
        hers.waitForURL("**/queue");
        traveller.openAndCheck(hers, ROOM + "/batches");
        hers.locator("main .rows a").first().click();
        hers.waitForURL("**/batches/*");
        Chromium.assertSound(hers);
        pictures.save("02-batch");
        Download journal = hers.waitForDownload(
                () -> hers.locator("a[href$='journal.csv']").click());
        assertThat(new String(journal.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(name);
        hers.locator("a[href$='/close']").click();
        hers.waitForURL("**/close");
        Chromium.assertSound(hers);
        pictures.save("03-close");
        hers.locator("main form button.grave").click();
        hers.waitForURL("**/batches/*");
        Chromium.assertSound(hers);
        assertThat(hers.locator("a[href$='/close']").count()).isZero();
        hers.context().close();
    }
}
