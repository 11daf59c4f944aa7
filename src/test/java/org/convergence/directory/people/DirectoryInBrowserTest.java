package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The directory in a browser: visually, by keyboard, on a phone, with assistive technology. */
@ModuleTest
class DirectoryInBrowserTest extends DirectoryInBrowserFixture {

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void everyPageIsAccessible(BrowserLook look) {
        Page page = signedIn(look);
        for (String path : List.of(
                "/directory/people/organisations",
                "/directory/people/organisations?q=rien du tout",
                "/directory/people/organisations/new",
                "/directory/people/organisations/print",
                union,
                union + "/edit",
                union + "/affiliations/new",
                union + "/functions/new",
                union + "/remove",
                "/directory/people/persons",
                "/directory/people/persons/new",
                ana,
                ana + "/edit",
                ana + "/functions/new")) {
            page.navigate(address(path));
            Chromium.assertSound(page);
            shoot(page, look, path.replace(union, "union").replace(ana, "ana"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void importsListAndUndoesIt(BrowserLook look) {
        Page page = signedIn(look);
        page.navigate(address("/directory/people/imports"));
        Chromium.assertSound(page);
        shoot(page, look, "imports");
        page.locator("[name=subject][value=ORGANISATIONS]").check();
        page.locator("[name=file]")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "membres.csv", "text/csv", """
                        Nom;Sigle;Type;Région;Courriel;Affiliation;Remarque interne
                        Syndicat des postières et postiers;SPP;Syndicat;Laval;bonjour@spp.example;COSL;à rappeler
                        Cégep du Vieux-Port;CVP;Cégep;Capitale-Nationale;pas un courriel;;
                        ;;Comité;;;;
                        Table des aînées;;Table;Estrie;;Réseau nouveau;
                        """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator("main button[type=submit]").first().click();
        page.locator("#lines").waitFor();
        Chromium.assertSound(page);
        shoot(page, look, "import-preview");
        page.locator("form[action$='/run'] button").click();
        page.locator("progress").waitFor();
        Chromium.assertSound(page);
        shoot(page, look, "import-work");
        queued.runAll();
        page.locator("form[action$='/undo'] button").waitFor();
        Chromium.assertSound(page);
        shoot(page, look, "import-report");
        page.locator("form[action$='/undo'] button").click();
        page.locator("progress").waitFor();
        queued.runAll();
        page.locator("progress")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        Chromium.assertSound(page);
        shoot(page, look, "import-undone");
        assertThat(db.sql("SELECT count(*) FROM directory.people_organisation")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void filtersListWhileTyping() {
        Page page = signedIn(DESK);
        page.navigate(address("/directory/people/organisations"));
        page.locator("main [name=q]").focus();
        page.keyboard().type("mauri");
        page.locator("#list tbody tr")
                .nth(1)
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.locator("#list tbody").textContent()).contains("Conseil régional");
        assertThat(page.url()).contains("q=mauri");
    }
}
