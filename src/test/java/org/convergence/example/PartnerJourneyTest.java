package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.CuttableNetwork;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A partner abroad gets its page, notes a figure without network that leaves before the PIN is typed, and the coordinator
 * counts it once; a page that is revoked leaves the phone.
 */
@JourneyTest
@Tag(TestTags.SLOW)
class PartnerJourneyTest {

    private static final String LABEL = "Quejas acompañadas hasta el final";

    /** The page is on the phone. */
    private static final String KEPT = """
            async () => {
              await navigator.serviceWorker.ready;
              return (await (await caches.open(location.pathname)).keys()).length >= 3;
            }
            """;

    /** Nothing of the page is on the phone. */
    private static final String LEFT = """
            async () => !(await caches.has(location.pathname))
              && !(await navigator.serviceWorker.getRegistration(location.pathname))
              && (await indexedDB.databases()).length === 0
            """;

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private JdbcClient db;

    /** The path of a partner's page, and its PIN. */
    private record PartnerKey(String path, String pin) {}

    /**
     * A language in which a partner reads its page.
     *
     * @param lead what the page says of being without network
     */
    private record PartnerLanguage(String code, String country, String lead) {

        /** Spanish in dark looks, Haitian Creole in light ones: each comes every few days. */
        static PartnerLanguage of(BrowserLook look) {
            return look.scheme() == ColorScheme.DARK
                    ? new PartnerLanguage("es", "MX", "Sin red puede escribir igual")
                    : new PartnerLanguage("ht", "HT", "San rezo ou ka ekri kanmenm");
        }

        String locale() {
            return (code.equals("ht") ? "fr" : code) + "-" + country;
        }
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void countsAFigureSentWithoutNetworkOnce(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "partner");
        int before = countEntries();
        PartnerKey key = givePage(page, pictures, PartnerLanguage.of(look));
        try (CuttableNetwork network = new CuttableNetwork(visitor.browser().urlOf("/"))) {
            BrowserContext device = sendWithoutNetwork(key, network, look);
            revoke(page, key, device, network, look);
        }
        assertThat(countEntries()).as("sent once").isEqualTo(before + 1);

        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/cooperation/fieldwork']");
        hand.await("#list");
        pictures.checkAndSave("21-entries");
        hand.press("#list li:has-text('" + LABEL + "') a");
        hand.await("select[name=counted]");
        pictures.checkAndSave("22-entry");
        assertThat(page.locator("main dl.facts").textContent())
                .as("the figure once")
                .doesNotContain("(");
        hand.select(
                "select[name=counted]",
                page.locator("select[name=counted] option[value*=':']").first().getAttribute("value"));
        hand.press("main form[action$='/accept'] button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("23-counted");
        hand.writeResult("partner's figure counted");
        assertThat(page.locator("main dl.facts").first().textContent())
                .as("six before, and eight")
                .contains("14");
        page.context().close();
    }

    private PartnerKey givePage(Page page, JourneyScreenshots pictures, PartnerLanguage language) {
        page.locator("nav a[href='/cooperation/fieldwork']").first().dispatchEvent("click");
        page.locator("main a[href='/cooperation/fieldwork/links']").click();
        page.locator("input[name=organisation-typed]").pressSequentially("Jornaleras");
        page.locator("[data-chooser]:not([data-stale]) [role=option]").first().waitFor();
        page.keyboard().press("Enter");
        page.locator(".chips label.chip").first().waitFor();
        page.locator("label:has([name=language][value=" + language.code() + "])")
                .click();
        page.locator("select[name=country]").selectOption(language.country());
        pictures.checkAndSave("01-give-page");
        page.locator("main form.form button.main").click();
        String url = page.locator("#made-url").inputValue();
        pictures.checkAndSave("02-given");
        return new PartnerKey(
                url.substring(url.indexOf("/public/")),
                page.locator("#made-pin").inputValue());
    }

    private static BrowserContext sendWithoutNetwork(PartnerKey key, CuttableNetwork network, BrowserLook look) {
        PartnerLanguage language = PartnerLanguage.of(look);
        BrowserLook small = new BrowserLook(390, look.scheme(), language.locale());
        String url = network.urlOf(key.path());
        Page phone = Chromium.open(small);
        BrowserContext device = phone.context();
        phone.navigate(url);
        new JourneyScreenshots(phone, look, "partner").checkAndSave("10-pin");
        var hand = new UserEffortMeter(phone);
        hand.type("#pin", key.pin());
        hand.press("main form button");
        hand.await("[data-notes]");
        phone.waitForFunction(KEPT);
        new JourneyScreenshots(phone, look, "partner").checkAndSave("11-page");

        phone.close();
        network.setCut(device, true);
        phone = device.newPage();
        phone.navigate(url);
        assertThat(phone.locator("[data-mine]").count())
                .as("nothing of hers is kept")
                .isZero();
        assertThat(phone.locator("html").getAttribute("lang")).startsWith(language.code());
        assertThat(phone.locator("main").textContent()).contains(language.lead());
        hand = new UserEffortMeter(phone);
        hand.press("details:has(input[name=kind][value=FIGURES]) summary");
        hand.type("#new-FIGURES-label", LABEL);
        hand.type("#new-FIGURES-figure", "8");
        new JourneyScreenshots(phone, look, "partner").checkAndSave("12-typed-offline");
        hand.press("details[open] button.main");
        hand.await("[data-status]:has-text('1')");
        hand.writeResult("partner's figure sent");
        assertThat(hand.countActions()).as("gestures").isEqualTo(4);
        phone.close();
        phone = device.newPage();
        phone.navigate(url);
        phone.locator("[data-status]:has-text('1')").waitFor();
        new JourneyScreenshots(phone, look, "partner").checkAndSave("13-reopened-offline");

        phone.close();
        device.clearCookies();
        network.setCut(device, false);
        phone = device.newPage();
        phone.navigate(url);
        phone.locator("[data-status].ok").waitFor();
        new JourneyScreenshots(phone, look, "partner").checkAndSave("14-sent-before-pin");
        phone.locator("#pin").fill(key.pin());
        phone.locator("main form button.main").click();
        phone.locator("[data-mine] li:has-text('" + LABEL + "') >> text=8")
                .first()
                .waitFor();
        new JourneyScreenshots(phone, look, "partner").checkAndSave("15-received");
        phone.close();
        return device;
    }

    private static void revoke(
            Page page, PartnerKey key, BrowserContext device, CuttableNetwork network, BrowserLook look) {
        page.navigate(page.url().replaceFirst("(https?://[^/]+)/.*", "$1/cooperation/fieldwork/links"));
        Locator revoke = page.locator("li:has-text('Jornaleras') details:has(form[action$='/revoke'])");
        for (int pages = revoke.count(); pages > 0; pages--) {
            revoke.first().locator("summary").click();
            revoke.first().locator("button").click();
            page.locator(".notice.ok").waitFor();
        }
        Page phone = device.newPage();
        phone.navigate(network.urlOf(key.path()));
        phone.locator("[data-status].warn").waitFor();
        phone.waitForFunction(LEFT);
        new JourneyScreenshots(phone, look, "partner").checkAndSave("16-closed");
        device.close();
    }

    private int countEntries() {
        return db.sql("SELECT count(*) FROM cooperation.fieldwork_entry")
                .query(Integer.class)
                .single();
    }
}
