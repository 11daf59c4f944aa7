package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.convergence.testing.Chromium;
import org.convergence.testing.KeyboardTypist;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** A realisation is recorded by keyboard alone, in less than a minute, and without script. */
@ModuleTest
class RecordingByKeyboardTest extends RealisationJourneyFixture {

    @Test
    void recordsByKeyboardOnAPhoneInLessThanAMinute() {
        Page page = signedIn(PHONE);
        page.navigate(address("/plan/realisation/new"));
        KeyboardTypist keys = new KeyboardTypist(page);
        assertThat(keys.focusedField()).as("ready for typing").isEqualTo("title");
        keys.type("Atelier textile au cégep");
        page.locator("#serves .chip input:checked").first().waitFor();
        keys.pressUntil("Tab", "when").press("ArrowRight");
        keys.pressUntil("Tab", "where");
        keys.pressUntil("Tab", "organisations").press("Space");
        keys.pressUntil("Tab", "count").type("24");
        keys.press("Tab").type("3").press("Enter");
        page.waitForURL("**/plan/realisation/*-*");
        assertThat(keys.count()).as("keystrokes").isLessThanOrEqualTo(50);
        assertThat(keys.time()).as("%d keys", keys.count()).isLessThan(Duration.ofSeconds(60));
        assertThat(page.locator(".facts").textContent()).contains("24", "3\u00a0h");
        assertThat(page.locator("main").textContent()).contains("1.2");
    }

    @Test
    void titleAndDateNeedOnlyTheEnterKey() {
        Page page = signedIn(PHONE);
        page.navigate(address("/plan/realisation/new"));
        KeyboardTypist keys = new KeyboardTypist(page);
        keys.type("Atelier textile").press("Enter");
        page.waitForURL("**/plan/realisation/*-*");
        assertThat(page.locator("h1").textContent()).isEqualTo("Atelier textile");
        assertThat(page.locator("main").textContent())
                .as("proposed without waiting for it")
                .contains("1.2");
    }

    @Test
    void enterSavesOnesOwnVersionInAConflict() {
        Page page = signedIn(PHONE);
        page.navigate(address("/plan/realisation/new"));
        new KeyboardTypist(page).type("Atelier").press("Enter");
        page.waitForURL("**/plan/realisation/*-*");
        String url = page.url();
        page.navigate(url + "/edit");
        Page other = page.context().newPage();
        other.navigate(url + "/edit");
        other.locator("#f-title").fill("Le titre de l’autre");
        save(other);
        other.waitForURL(url);
        page.locator("#f-title").fill("Mon titre");
        save(page);
        page.locator(".version").first().waitFor();
        Chromium.assertSound(page);
        page.locator("#f-title").press("Enter");
        page.waitForURL(url);
        assertThat(page.locator("h1").textContent()).isEqualTo("Mon titre");
    }

    @Test
    void recordsWithoutScript() {
        Page page = signedIn(PHONE);
        page.route("**/*.js", route -> route.abort());
        page.navigate(address("/plan/realisation/new"));
        page.locator("#f-title").fill("Atelier textile");
        page.locator("label.chip:has([value=yesterday])").click();
        page.locator("[name=organisations-typed]").fill("cegep du vieux-port");
        save(page);
        page.waitForURL("**/plan/realisation/*-*");
        assertThat(page.locator(".facts").textContent()).contains("Cégep du Vieux-Port");
    }
}
