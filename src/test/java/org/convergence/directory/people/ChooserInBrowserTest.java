package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.convergence.testing.Chromium;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** Choosing organisations and people in a browser: by keyboard, replacing a choice, without script. */
@ModuleTest
class ChooserInBrowserTest extends DirectoryInBrowserFixture {

    @Test
    void choosesOrganisationsByKeyboard() {
        Page page = signedIn(DESK);
        page.navigate(address(union + "/affiliations/new"));
        page.locator("[data-typed]").focus();
        page.keyboard().type("cegpe");
        page.locator("[role=option]").first().waitFor();
        Chromium.assertSound(page);
        shoot(page, DESK, "choosing");
        page.keyboard().press("Escape");
        assertThat(page.locator("[role=option]").count()).isZero();
        page.keyboard().press("Backspace");
        page.locator("[role=option]").first().waitFor();
        page.keyboard().press("Enter");
        assertThat(page.locator(".chooser .chip:has(input:checked)").textContent())
                .contains("Cégep du Vieux-Port");
        page.keyboard().type("Réseau nouveau");
        page.locator("[data-new]:has-text('Réseau nouveau')").waitFor();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        page.locator(".chooser .chip:has(input:checked)").nth(1).waitFor();
        assertThat(page.locator(".chooser .chip:has(input:checked)").count()).isEqualTo(2);
        Chromium.assertSound(page);
        shoot(page, DESK, "chosen");
        page.locator("[name=parents]").first().focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".chooser .chip:has(input:checked)").count()).isEqualTo(1);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**" + union);
        assertThat(page.locator("main").textContent())
                .contains("Réseau nouveau")
                .doesNotContain("Cégep du Vieux-Port");
    }

    @Test
    void singleChoiceReplacesPreviousOne() {
        Page page = signedIn(PHONE);
        page.navigate(address(ana + "/functions/new"));
        for (String name : List.of("cegep", "red de")) {
            page.locator("[data-typed]").fill(name);
            page.locator("[role=option]").first().click();
        }
        assertThat(page.locator(".chooser .chip:has(input:checked)").textContent())
                .contains("Red de Mujeres");
        shoot(page, PHONE, "single");
    }

    @Test
    void matchesNameWithoutScript() {
        Page page = signedIn(PHONE);
        page.route("**/*.js", route -> route.abort());
        page.navigate(address(union + "/affiliations/new"));
        page.locator("[data-typed]").fill("Cegep du Vieu-Port");
        page.locator("main button[type=submit]").first().click();
        Chromium.assertSound(page);
        shoot(page, PHONE, "unknown");
        page.locator(".chooser .chip")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Cégep du Vieux-Port"))
                .click();
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**" + union);
        assertThat(page.locator("main").textContent()).contains("Cégep du Vieux-Port");
    }
}
