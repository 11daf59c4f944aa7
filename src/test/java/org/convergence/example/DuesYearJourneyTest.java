package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.rendering.PdfPageCount;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A year of dues at the example organisation: a rate is adopted, headcounts are requested and one is answered, leaflets
 * are made for all members, then the morning of the call, reminders, the bank file, the accountant's Thursday,
 * delegates, and the page that a member opens by its link.
 */
@JourneyTest
@Tag(TestTags.SLOW)
class DuesYearJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private JdbcClient db;

    @Autowired
    private List<BodyCompleter> completers;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aYearOfDues(BrowserLook look) {
        Page page = traveller.arrive(look, example::restore);
        signIn(page, ExampleUser.MARYSE, look);
        var pictures = new JourneyScreenshots(page, look, "dues");
        adopts(page, pictures);
        asks(page, pictures, look);
        tells(page, pictures);
        visit(page, "/resources/dues?on=" + DuesMorningScenario.REFERENCE);
        pictures.checkAndSave("04-preview");
        new DuesMorningScenario(traveller, queued, db, page, pictures).live();
        reminds(page, pictures);
        String paid = banks(page, pictures);
        Page hers = Chromium.open(look);
        signIn(hers, ExampleUser.GUYLAINE, look);
        closes(hers, new JourneyScreenshots(hers, look, "dues"));
        hers.context().close();
        delegates(page, pictures);
        opens(page, look, paid);
        page.context().close();
    }

    private void signIn(Page page, ExampleUser part, BrowserLook look) {
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> traveller.openSignInLink(
                        page,
                        signIn.issueFor(Objects.requireNonNull(
                                                ExampleAccounts.readCards().get(part))
                                        .mail())
                                .orElseThrow(),
                        look));
    }

    private void adopts(Page page, JourneyScreenshots pictures) {
        visit(page, "/resources/dues/rates");
        pictures.checkAndSave("01-rates");
        page.locator("main a[href*='/rates/of/']").first().click();
        page.locator("input[name=since]").fill("2025-11-01");
        page.locator("input[name=amount]").fill("0,50");
        page.locator("input[name=body]").fill("AGA");
        page.locator("input[name=date]").fill("2025-10-18");
        page.locator("main form button.main").click();
        page.waitForURL(traveller.urlOf("/resources/dues/rates"));
        Chromium.assertSound(page);
        assertThat(page.locator("main").textContent()).containsPattern("0[,.]50");
    }

    /** A member answers on a telephone, without an account. */
    private void asks(Page page, JourneyScreenshots pictures, BrowserLook look) {
        visit(page, "/resources/declaration/new");
        page.locator("[name=countedOn]").fill(DuesMorningScenario.REFERENCE);
        page.locator("main form button.main").click();
        page.waitForURL("**/resources/declaration/*-*");
        page.locator("main a[href$='/approve']").click();
        page.locator("form[action$='/approve'] button").click();
        page.locator("#notices .notice").waitFor();
        String round = page.url();
        String link = link();
        Page phone = Chromium.open(new BrowserLook(390, look.scheme(), look.language()));
        visit(phone, link);
        new JourneyScreenshots(phone, look, "dues").checkAndSave("02-headcount");
        phone.locator("[name=number]").fill("412");
        phone.locator("[name=saidBy]").fill("La trésorerie");
        // No person reads and answers faster.
        phone.waitForTimeout(2_200);
        phone.locator("main form button.main").click();
        phone.locator("main [role=status]").waitFor();
        phone.context().close();
        page.navigate(round);
        assertThat(page.locator("main").textContent()).contains("412");
        pictures.checkAndSave("02-round");
    }

    /** The link in a letter to one of the members asked. */
    private String link() {
        UUID question = db.sql("SELECT id FROM resources.declaration_question ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single();
        String whole = completers.stream()
                .filter(it -> it.name().equals("declaration_link"))
                .findFirst()
                .orElseThrow()
                .complete(question)
                .get("link");
        return URI.create(String.valueOf(whole)).getPath();
    }

    private void tells(Page page, JourneyScreenshots pictures) {
        visit(page, "/resources/impact");
        page.locator("main form[action$='/run'] button.main").click();
        page.waitForURL("**/resources/impact?*");
        queued.runAll();
        page.reload();
        pictures.checkAndSave("03-leaflets");
        assertThat(count("resources.impact_leaflet")).isPositive();
    }

    /** The call issued before the example began is past due, and each reminder waits for approval. */
    private void reminds(Page page, JourneyScreenshots pictures) {
        visit(page, "/resources/dues/calls");
        page.locator("main .rows .what a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Cotisation 20\\d\\d")))
                .last()
                .click();
        page.locator("main a[href$='/remind']").waitFor();
        pictures.checkAndSave("15-overdue");
        assertThat(page.locator("#list tbody td").count()).isPositive();
        assertThat(highCells(page)).isEmpty();
        page.locator("main a[href$='/remind']").click();
        page.locator("form[action$='/remind'] button").click();
        page.locator("#notices .notice").waitFor();
        assertThat(count("platform.mail_message WHERE purpose = 'dues_reminder'"))
                .isPositive();
    }

    /** The cells of a call's list that are higher than four lines of text in a window of 1280 pixels. */
    private static List<?> highCells(Page page) {
        ViewportSize size = page.viewportSize();
        page.setViewportSize(1280, size.height);
        Object cells = page.evaluate("""
                () => [...document.querySelectorAll('#list tbody td, #list tbody th')].filter(cell => {
                    const style = getComputedStyle(cell);
                    const height = cell.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
                    const text = document.createRange();
                    text.selectNodeContents(cell);
                    const needed = Math.min(height, text.getBoundingClientRect().height);
                    return Math.round(needed / parseFloat(style.lineHeight)) > 4;
                }).map(cell => cell.innerText + ' ' + cell.clientWidth)""");
        page.setViewportSize(size.width, size.height);
        return (List<?>) cells;
    }

    /** A transfer of exactly what a member owes is found by its name. Returns the organisation. */
    private String banks(Page page, JourneyScreenshots pictures) {
        var owed = db.sql("""
                        SELECT o.name, o.id, to_char(i.total, 'FM999990.00') AS total FROM resources.ledger_invoice i
                        JOIN directory.people_organisation o ON o.id = i.payer_organisation
                        JOIN resources.dues_share s ON s.invoice = i.id
                        WHERE i.organisation = i.payer_organisation
                          AND NOT EXISTS (SELECT FROM resources.ledger_allocation a WHERE a.invoice = i.id)
                          AND NOT EXISTS (SELECT FROM resources.ledger_reduction d WHERE d.invoice = i.id)
                          AND EXISTS (SELECT FROM resources.impact_leaflet l WHERE l.organisation = o.id)
                        ORDER BY i.issued_on DESC, o.name LIMIT 1
                        """).query().singleRow();
        visit(page, "/resources/ledger/bank/import");
        String line = "11/02/2026,VIR INTERAC " + owed.get("name") + ",," + owed.get("total") + ",9000.00\n";
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("td.csv", "text/csv", line.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button.main, main form .gestures button")
                .first()
                .click();
        page.waitForURL("**/bank/import/*");
        page.locator("main form[action$='/run'] button").click();
        page.locator("progress").waitFor();
        queued.runAll();
        page.locator(".steps li:nth-child(4)[aria-current]").waitFor();
        visit(page, "/resources/ledger/bank");
        pictures.checkAndSave("16-bank");
        page.locator("main .rows > li", new Page.LocatorOptions().setHasText(String.valueOf(owed.get("name"))))
                .first()
                .locator("form button")
                .first()
                .click();
        page.locator("#notices .notice").first().waitFor();
        assertThat(count("resources.ledger_allocation a JOIN resources.ledger_invoice i ON i.id = a.invoice"
                        + " WHERE i.payer_organisation = '" + owed.get("id") + "' AND a.amount = " + owed.get("total")))
                .isPositive();
        return String.valueOf(owed.get("id"));
    }

    private void closes(Page page, JourneyScreenshots pictures) {
        visit(page, "/resources/ledger/queue");
        pictures.checkAndSave("17-queue");
        page.locator("button[name=all]").click();
        page.waitForURL("**/queue");
        visit(page, "/resources/ledger/batches");
        page.locator("main .rows a").first().click();
        page.locator("a[href$='/close']").click();
        page.waitForURL("**/close");
        pictures.checkAndSave("18-close");
        page.locator("main form button.grave").click();
        page.waitForURL("**/batches/*");
        pictures.checkAndSave("18-closed");
        assertThat(count("resources.ledger_batch WHERE closed_at IS NOT NULL")).isPositive();
    }

    private void delegates(Page page, JourneyScreenshots pictures) {
        visit(page, "/resources/delegation");
        pictures.checkAndSave("19-delegates");
        Download file = page.waitForDownload(
                () -> page.locator("main a[href*='export.csv']").click());
        assertThat(file.suggestedFilename()).endsWith(".csv");
    }

    /** By its link, the member sees its account and downloads its invoice and its leaflet. */
    private void opens(Page page, BrowserLook look, String organisation) {
        visit(page, "/directory/representative/of/" + organisation);
        page.locator("main form[action$='/link'] button").click();
        String link = URI.create(page.locator("#f-link").inputValue()).getPath();
        Page member = Chromium.open(look);
        visit(member, link);
        new JourneyScreenshots(member, look, "dues").checkAndSave("20-member");
        List<String> files = member.locator("main a[href*='/file/']").all().stream()
                .map(each -> each.getAttribute("href"))
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3).allSatisfy(file -> {
            APIResponse answer = member.request().get(traveller.urlOf(file));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(PdfPageCount.count(answer.body())).isBetween(1, 2);
        });
        member.context().close();
    }

    private void visit(Page page, String path) {
        page.navigate(traveller.urlOf(path));
    }

    private int count(String what) {
        return db.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }
}
