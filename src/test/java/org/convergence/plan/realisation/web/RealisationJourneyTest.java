package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A realisation is recorded and found again in a real browser. */
@ModuleTest
class RealisationJourneyTest extends RealisationJourneyFixture {

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void recordsCorrectsFindsAndUndoesARealisation(BrowserLook look) {
        Page page = signedIn(look);
        sound(page, "/");
        page.locator("main .acts a[href*='/done']").first().click();
        page.waitForURL("**/done?from=/");
        sound(page);
        save(page);
        page.waitForURL(address("/"));
        assertThat(page.locator(".notice.ok").count()).isEqualTo(1);

        sound(page, "/plan/realisation/new");
        page.locator("#f-title").fill("Atelier sur l’industrie du textile au cégep");
        page.locator("#serves .chip input:checked").first().waitFor();
        page.locator("label.chip:has([value=other])").click();
        page.locator("#f-date").fill(settings.today().minusDays(3).toString());
        page.locator("label.chip:has([value=country])").click();
        page.locator("#f-country").selectOption("MX");
        page.locator(".chooser .chip").first().click();
        page.locator("#f-count").fill("24");
        page.locator(".numbers summary").click();
        page.locator("#f-women").fill("15");
        assertThat(page.locator("#f-rest").textContent()).startsWith("9 ");
        page.locator("#f-women").fill("25");
        assertThat(page.locator("#f-rest").textContent()).endsWith(" 1");
        sound(page);
        save(page);
        page.locator(".notice.bad").waitFor();
        sound(page);
        page.locator("#f-women").fill("15");
        save(page);
        page.waitForURL("**/plan/realisation/*-*");
        assertThat(page.locator(".notice.ok").textContent()).contains("Plan d’action 2026-2027");
        assertThat(page.locator(".facts").textContent()).contains("15", "9");
        sound(page);

        String url = page.url();
        sound(page, url.substring(address("").length()) + "/edit");
        sound(page, url.substring(address("").length()) + "/withdraw");
        sound(page, "/plan/actionplan/action/" + workshops.value());

        sound(page, "/plan/realisation");
        page.locator("#f-q").fill("industrie");
        page.waitForURL("**/plan/realisation?q=industrie");
        page.locator("form.filters summary").click();
        page.locator("#f-kind").selectOption("WORKSHOP");
        page.waitForURL("**/plan/realisation?q=industrie&kind=WORKSHOP");
        assertThat(page.locator("ul.rows .what > a").count()).isEqualTo(1);
        sound(page);
        page.locator("a.chip").first().click();
        page.waitForURL("**/plan/realisation?kind=WORKSHOP");
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void checksAndImportsAFileOfPastRealisations(BrowserLook look) {
        Page page = signedIn(look);
        sound(page, "/plan/realisation/import");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "passé.csv",
                        "text/csv",
                        ("Quoi;Quand;Avec\nKiosque;2026-05-14;Groupe " + UUID.randomUUID()
                                        + "\nRencontre;2026-05-15;cegep du vieux-port\n")
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("main button[type=submit]").click();
        page.locator("#lines").waitFor();
        sound(page);
        page.locator("#f-newcomers").check();
        page.locator("form.wide button[type=submit]").click();
        page.locator("#lines a[href*=ASIDE]").waitFor(hidden());
        sound(page);
        page.locator("form[action$='/run'] button").click();
        page.locator("progress").waitFor();
        sound(page);
        jobs.runAll();
        page.locator(".steps li:nth-child(4)[aria-current]").waitFor();
        sound(page);
        assertThat(page.locator(".head .lead").textContent()).contains("2");
    }
}
