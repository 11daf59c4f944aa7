package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A person returns from a workshop with photographs on a phone. */
@JourneyTest
class PhotographsJourneyTest {

    @Autowired
    private BrowserUser traveller;

    static Stream<BrowserLook> looks() {
        return Chromium.looks();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void uploadsPhotographsWithARealisationAndDescribesThemLater(BrowserLook look) {
        Page page = traveller.signIn(look, Role.STAFF);
        traveller.openAndCheck(page, "/plan/realisation/new");
        page.locator("input[name=photographs]").setInputFiles(new FilePayload[] {
            photograph("IMG_1.jpg", 1600, 1200, 6), photograph("IMG_2.jpg", 1600, 1200, 1)
        });
        page.locator("input[name=sheets]")
                .setInputFiles(new FilePayload("présences.pdf", "application/pdf", SampleFiles.pdf()));
        page.locator("button.main[type=submit]").click();
        assertThat(page.locator("form [role=alert]").count())
                .as("a title is missing")
                .isOne();
        assertThat(shown(page, "form .pictures img")).isEqualTo(2);
        Chromium.assertSound(page);

        page.locator("input[name=title]").fill("Atelier sur l’eau");
        page.locator("button.main[type=submit]").click();
        page.waitForURL(url -> url.matches(".*/plan/realisation/[0-9a-f-]{36}"));
        assertThat(shown(page, "#documents .pictures img")).isEqualTo(2);
        Chromium.assertSound(page);

        page.locator("#documents .picture figcaption a").first().click();
        page.locator("input[name=caption]").fill("Vingt-quatre jeunes autour d’une carte");
        page.locator("textarea[name=alternative]").fill("Un cercle de jeunes");
        page.locator(".chip:has(input[name=publish][value=yes])").click();
        Chromium.assertSound(page);
        page.locator("button.main[type=submit]").click();
        assertThat(page.locator("#documents img").first().getAttribute("alt")).isEqualTo("Un cercle de jeunes");

        page.locator("#documents a.button").click();
        Chromium.assertSound(page);
        page.context().close();
    }

    private static FilePayload photograph(String name, int width, int height, int orientation) {
        return new FilePayload(name, "image/jpeg", SampleFiles.photograph(width, height, orientation));
    }

    /** The number of pictures loaded and drawn. */
    private static int shown(Page page, String pictures) {
        page.waitForLoadState();
        page.locator(pictures).last().scrollIntoViewIfNeeded();
        page.waitForFunction(
                "pictures => [...document.querySelectorAll(pictures)].every(each => each.complete)", pictures);
        Object count = page.evaluate(
                "pictures => [...document.querySelectorAll(pictures)].filter(each => each.naturalWidth > 0).length",
                pictures);
        return ((Number) count).intValue();
    }
}
