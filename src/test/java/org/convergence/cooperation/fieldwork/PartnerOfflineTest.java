package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.CuttableNetwork;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestTags;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An old telephone on a bad line: the page is light, what waits arrives once, and its bytes tell nothing. */
@JourneyTest
@Tag(TestTags.SLOW)
class PartnerOfflineTest {

    private static final BrowserLook PHONE = new BrowserLook(390, ColorScheme.LIGHT, "es-MX");

    private static final int ENTRIES = 50;
    private static final int PHOTOGRAPHS = 10;

    /** The page is on the phone. */
    private static final String KEPT = """
            async () => {
              await navigator.serviceWorker.ready;
              return (await (await caches.open(location.pathname)).keys()).length >= 3;
            }
            """;

    /** What waits, as it lies on the phone. */
    private static final String SEALED = """
            async () => {
              const { name } = (await indexedDB.databases())[0];
              const db = await new Promise((resolve) => { const r = indexedDB.open(name); r.onsuccess = () => resolve(r.result); });
              return new Promise((resolve) => {
                const r = db.transaction('messages').objectStore('messages').getAll();
                r.onsuccess = () => { db.close(); resolve(r.result.map((each) => each.sealed)); };
              });
            }
            """;

    /** What a browser does that has no room left, or a page not opened for a week. */
    private static final String PURGE = """
            async () => {
              for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
              for (const name of await caches.keys()) await caches.delete(name);
              for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
            }
            """;

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private BrowserUser browser;

    @Autowired
    private JdbcClient db;

    @TempDir
    private Path folder = Path.of("");

    private String path = "";
    private String pin = "";

    @BeforeEach
    void makePage() {
        fixture.clear();
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=es",
                        "country=MX"));
        path = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
        pin = made.select("#made-pin").val();
    }

    private void enter(Page phone) {
        phone.locator("#pin").fill(pin);
        phone.locator("main form button.main").click();
        phone.locator("[data-notes] [data-mine]").waitFor();
        phone.waitForFunction(KEPT);
    }

    private int count(String table, String condition) {
        return db.sql("SELECT count(*) FROM cooperation.fieldwork_" + table + " WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    @Test
    void thePageIsUnderAHundredKilobytesAndUsableInTwoSecondsOnSlow3g() {
        try (CuttableNetwork network = new CuttableNetwork(browser.urlOf("/"))) {
            Page warm = Chromium.open(PHONE);
            warm.navigate(browser.urlOf(path));
            warm.context().close();
            network.slowDown();
            Page phone = Chromium.open(PHONE);
            long before = System.nanoTime();
            phone.navigate(network.urlOf(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            phone.locator("#pin").fill(pin);
            long usable = (System.nanoTime() - before) / 1_000_000;
            phone.locator("main form button.main").click();
            phone.locator("[data-notes] [data-mine]").waitFor();
            assertThat(network.countReceivedBytes())
                    .as("bytes of the page and its assets, with headers")
                    .isLessThanOrEqualTo(100_000);
            assertThat(usable).as("milliseconds until the PIN is typed").isLessThanOrEqualTo(2_000);
            phone.context().close();
        }
    }

    @Test
    void fiftyEntriesWithTenPhotographsArriveOnceOverALineCutEveryFiveSeconds() throws IOException {
        try (CuttableNetwork network = new CuttableNetwork(browser.urlOf("/"))) {
            Page phone = Chromium.open(PHONE);
            BrowserContext device = phone.context();
            phone.navigate(network.urlOf(path));
            enter(phone);
            network.setCut(device, true);
            for (int i = 0; i < ENTRIES - PHOTOGRAPHS; i++) {
                note(phone, "FIGURES", i, null);
            }
            for (int i = 0; i < PHOTOGRAPHS; i++) {
                note(phone, "SPENT", ENTRIES + i, photograph(i));
            }
            assertThat(phone.locator("[data-status]").textContent()).contains("" + ENTRIES);
            phone.close();
            Page reopened = device.newPage();
            reopened.navigate(network.urlOf(path));
            reopened.locator("[data-status]:has-text('" + ENTRIES + "')").waitFor();
            network.slowDown();
            int cuts = 0;
            boolean arrived = false;
            while (!arrived && cuts < 40) {
                network.setCut(device, false);
                reopened.waitForTimeout(5_000);
                arrived = reopened.locator("[data-status].ok").count() == 1;
                if (!arrived) {
                    network.setCut(device, true);
                    reopened.waitForTimeout(500);
                    cuts++;
                }
            }
            assertThat(arrived).as("all arrived").isTrue();
            assertThat(cuts).as("cuts on the way").isGreaterThan(2);
            reopened.close();
            Page again = device.newPage();
            again.navigate(network.urlOf(path));
            again.locator("[data-mine]").waitFor();
            assertThat(count("entry", "true")).isEqualTo(ENTRIES);
            assertThat(count("entry", "kind = 'SPENT' AND document IS NOT NULL"))
                    .isEqualTo(PHOTOGRAPHS);
            assertThat(count("part", "true")).as("parts left over").isZero();
            device.close();
        }
    }

    private static void note(Page phone, String kind, int number, @Nullable FilePayload photograph) {
        String form = "details:has(input[name=kind][value=" + kind + "])";
        phone.locator(form + " summary").click();
        phone.locator("#new-" + kind + "-label").fill("Cosa " + number);
        phone.locator("#new-" + kind + "-figure").fill("" + (number + 1));
        if (photograph != null) {
            phone.locator("#new-" + kind + "-photo").setInputFiles(photograph);
        }
        phone.locator(form + " button.main").click();
        phone.locator(form + ":not([open])").waitFor();
        phone.locator(form + " button.main:not([disabled])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** A picture of noise, which no compression makes small. */
    private static FilePayload photograph(int seed) throws IOException {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 300; y++) {
                picture.setRGB(x, y, random.nextInt(0xffffff));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return new FilePayload("foto.png", "image/png", bytes.toByteArray());
    }

    @Test
    void whatLiesOnTheDeviceTellsNoNameAndDoesNotOpenWithThePin() throws Exception {
        List<String> secrets = List.of("Marisol Tzoc", "Reunión en Ayutla", CooperationFixture.PARTNER, pin);
        try (CuttableNetwork network = new CuttableNetwork(browser.urlOf("/"))) {
            List<String> sealed;
            try (BrowserContext device = Chromium.openOnDisk(folder, PHONE)) {
                Page phone = device.newPage();
                phone.navigate(network.urlOf(path));
                enter(phone);
                network.setCut(device, true);
                String form = "details:has(input[name=kind][value=HAPPENED])";
                phone.locator(form + " summary").click();
                phone.locator("#new-HAPPENED-details").fill("Reunión en Ayutla con Marisol Tzoc");
                phone.locator(form + " button.main").click();
                phone.locator("[data-status]:has-text('1')").waitFor();
                @SuppressWarnings("unchecked")
                List<String> waits = (List<String>) phone.evaluate(SEALED);
                sealed = waits;
                phone.waitForTimeout(2_000);
            }
            for (String secret : secrets) {
                assertThat(DeviceBytes.findIn(folder, secret)).as(secret).isEmpty();
            }
            assertThat(DeviceBytes.findIn(folder, sealed.get(0).substring(0, 64)))
                    .as("the search reads what lies there")
                    .isNotEmpty();
            byte[] message = Base64.getDecoder().decode(sealed.get(0));
            for (byte[] key : DeviceBytes.keysFrom(pin)) {
                assertThatThrownBy(() -> DeviceBytes.open(message, key)).isInstanceOf(GeneralSecurityException.class);
            }
            try (BrowserContext device = Chromium.openOnDisk(folder, PHONE)) {
                Page phone = device.newPage();
                network.setCut(device, false);
                phone.navigate(network.urlOf(path));
                phone.locator("[data-status].ok").waitFor();
                assertThat(count("entry", "details = 'Reunión en Ayutla con Marisol Tzoc'"))
                        .as("closed without network, opened again with it")
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aPhotographOfFortyMegabytesLeavesSmallAndPurgedStorageDoublesNothing() throws IOException {
        Path photograph = folder.resolve("foto.bmp");
        ImageIO.write(new BufferedImage(3_700, 3_700, BufferedImage.TYPE_INT_RGB), "bmp", photograph.toFile());
        assertThat(Files.size(photograph)).isGreaterThan(40_000_000);
        Page phone = Chromium.open(PHONE);
        phone.navigate(browser.urlOf(path));
        enter(phone);
        phone.locator("details:has(input[name=kind][value=SPENT]) summary").click();
        phone.locator("#new-SPENT-figure").fill("12");
        phone.locator("#new-SPENT-photo").setInputFiles(photograph);
        phone.locator("details[open] button.main").click();
        phone.locator("[data-mine] li").waitFor();
        assertThat(count("entry", "kind = 'SPENT' AND document IS NOT NULL")).isOne();
        phone.evaluate(PURGE);
        phone.reload();
        note(phone, "FIGURES", 1, null);
        phone.locator("[data-mine] li >> nth=1").waitFor();
        assertThat(count("entry", "true")).as("one before, one after").isEqualTo(2);
        assertThat(count("device", "true")).as("a telephone that begins anew").isEqualTo(2);
    }
}
