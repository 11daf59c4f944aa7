package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.CuttableNetwork;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two volunteers check guests in on their phones, one of them without network. */
@JourneyTest
class DoorJourneyTest {

    private static final BrowserLook PHONE = new BrowserLook(390, ColorScheme.LIGHT, "fr-CA");

    /** The list and the page are on the phone. */
    private static final String KEPT = """
            async () => {
              await navigator.serviceWorker.ready;
              const cache = await caches.open(location.pathname);
              return (await cache.keys()).length >= 3 && document.querySelectorAll('[data-found] li').length > 0;
            }
            """;

    private static final String EVERYTHING = """
            async () => {
              const held = [];
              for (const { name } of await indexedDB.databases()) {
                const db = await new Promise((done) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); });
                for (const store of db.objectStoreNames) {
                  held.push(await new Promise((done) => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => done(all.result); }));
                }
                db.close();
              }
              return JSON.stringify(held) + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length;
            }
            """;

    @Autowired
    private BrowserUser volunteer;

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Test
    void checksGuestsInWithoutNetworkAndAgreesWithTheOtherDoor() {
        fixture.prepare();
        EventId event = fixture.announce(100, "reduced=50", "regular=90", "support=150");
        fixture.sell(event, "Syndicat A", 4, "price=REGULAR", "purchaseOrder=BC-1");
        fixture.register(event, "solange", 1);
        db.sql("UPDATE outreach.event_seat SET name = 'Invitée ' || position WHERE table_number IS NOT NULL")
                .update();
        String door = "/platform/door/event/" + event.value();

        CuttableNetwork network = new CuttableNetwork(volunteer.urlOf("/"));
        Page first = volunteer.signIn(PHONE, Role.VOLUNTEER);
        volunteer.openAndCheck(first, door);
        first.locator("form[action$='/open'] button").click();
        first.waitForURL(url -> url.contains("/public/door/"));
        first.navigate(network.urlOf(java.net.URI.create(first.url()).getPath()));
        first.waitForFunction(KEPT);
        Chromium.assertSound(first);
        assertThat(first.locator("[data-figures]").textContent()).contains("0 personne dans la salle sur 5");
        assertThat((String) first.evaluate(EVERYTHING))
                .contains("Invitée 1", "Syndicat A")
                .doesNotContain("exemple.example", "Ana Roy");

        network.setCut(first.context(), true);
        first.locator("#search").fill("INVITEE 2");
        first.locator("[data-found] button").first().click();
        first.locator("[data-status]:has-text('Pas encore envoyé : 1')").waitFor();
        first.locator("#search").fill("syndicat a");
        first.locator("[data-found] button:has-text('Faire entrer les 3')").click();
        first.locator("[data-status]:has-text('Pas encore envoyé : 2')").waitFor();
        assertThat(admitted()).isZero();

        Page second = Chromium.open(PHONE);
        String link = Pages.require(pages.as(Role.COORDINATOR).post(door + "/links", "holder=Bao Tran"))
                .select("#made-url")
                .val();
        second.navigate(volunteer.urlOf(link.substring(link.indexOf("/public/"))));
        second.locator("#search").fill("invitée 2");
        second.locator("[data-found] button:has-text('Entre')").first().click();
        second.waitForCondition(() -> admitted() == 1);

        first.reload();
        first.locator("[data-status]:has-text('Pas encore envoyé : 2')").waitFor();
        first.locator("#search").fill("invitée 4");
        assertThat(first.locator("[data-found]").textContent()).contains("Dans la salle");
        network.setCut(first.context(), false);
        first.locator("[data-latest]:has-text('Déjà notée par Bao Tran')").waitFor();
        first.locator("[data-status][hidden]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(admitted()).isEqualTo(4);
        assertThat(fixture.count("outreach.event_seat WHERE doubles = 1")).isOne();
        Chromium.assertSound(first);

        first.locator("#search").fill("invitée 4");
        first.locator("[data-found] button:has-text('Sort')").first().click();
        first.waitForCondition(() -> fixture.count("outreach.event_seat WHERE left_at IS NOT NULL") == 1);
        first.locator("[data-latest] button").first().click();
        first.waitForCondition(() -> fixture.count("outreach.event_seat WHERE left_at IS NOT NULL") == 0);

        String revoke = pages.as(Role.COORDINATOR)
                .open(door)
                .select("form[action$=/revoke]")
                .get(1)
                .attr("action");
        assertThat(pages.as(Role.COORDINATOR).post(revoke)).hasStatus(303);
        first.reload();
        first.locator("[data-status]:has-text('Ce lien est fermé')").waitFor();
        first.waitForCondition(
                () -> "[]00".equals(((String) first.evaluate(EVERYTHING)).replaceAll("\\[\\[.*]]", "[]")));
        assertThat((String) first.evaluate(EVERYTHING)).doesNotContain("Invitée");
        first.context().close();
        second.context().close();
        network.close();
    }

    private int admitted() {
        return fixture.count("outreach.event_seat WHERE admitted_at IS NOT NULL");
    }
}
