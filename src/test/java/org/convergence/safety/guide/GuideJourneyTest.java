package org.convergence.safety.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.CuttableNetwork;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A phone shows the guide of a country without network, and holds nobody's name. */
@JourneyTest
class GuideJourneyTest {

    private static final String GUIDE = "/safety/guide/MX/guide";

    private static final String KEPT = """
            async () => {
              await navigator.serviceWorker.ready;
              return (await (await caches.open(location.pathname)).keys()).length >= 3;
            }
            """;

    private static final String EVERYTHING = """
            async () => {
              const held = [document.cookie];
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  held.push(request.url, await (await cache.match(request)).text());
                }
              }
              return held.join(' ') + JSON.stringify({ ...localStorage }) + (await indexedDB.databases()).length;
            }
            """;

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Test
    void aPhoneShowsTheGuideWithoutNetwork() {
        Page phone = traveller.signIn(new BrowserLook(390, ColorScheme.LIGHT, "fr-CA"), Role.COORDINATOR);
        for (String part : new String[] {"CONTACTS", "HEALTH"}) {
            write(part, 0, "Appelez le 911");
        }
        try (CuttableNetwork network = new CuttableNetwork(traveller.urlOf("/"))) {
            phone.navigate(network.urlOf(GUIDE + "/phone"));
            Chromium.assertSound(phone);
            phone.waitForFunction(KEPT);

            network.setCut(phone.context(), true);
            Page other = phone.context().newPage();
            assertThatThrownBy(() -> other.navigate(network.urlOf(GUIDE))).isInstanceOf(PlaywrightException.class);
            other.close();
            phone.navigate(network.urlOf(GUIDE + "/phone"));
            assertThat(phone.locator("main").textContent()).contains("Appelez le 911", "Inconnu");
            phone.locator("nav a").last().click();
            assertThat(phone.url()).endsWith("#CONTACTS");
            Chromium.assertSound(phone);
            phone.reload();
            assertThat(phone.locator("section").count()).isEqualTo(2);
            assertThat((String) phone.evaluate(EVERYTHING))
                    .contains("Appelez le 911")
                    .doesNotContain("Camille", "D’Amours", "exemple.org");

            network.setCut(phone.context(), false);
            write("CONTACTS", 1, "Appelez le 066");
            phone.reload();
            assertThat(phone.locator("main").textContent()).contains("Appelez le 066");
        }
        phone.context().close();
    }

    private void write(String part, int version, String content) {
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                GUIDE + "/" + part,
                                "version=" + version,
                                "content=" + content,
                                "reviewedOn=" + settings.today()))
                .hasStatus(303);
    }
}
