package org.convergence.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import org.convergence.testing.Chromium.BrowserLook;

/**
 * Checks the pages of a journey with axe; in a journey with all looks, also saves a screenshot of each in {@code
 * target/journeys}.
 *
 * @param journey the folder of its screenshots
 */
public record JourneyScreenshots(Page page, BrowserLook look, String journey) {

    /** Checks the present page, and saves a screenshot. */
    public void checkAndSave(String name) {
        Chromium.assertSound(page);
        save(name);
    }

    /** Saves a screenshot of a page checked before. */
    public void save(String name) {
        if (!TestTags.runsAll()) {
            return;
        }
        String file = name + "-" + look.width() + "-" + look.scheme().name().toLowerCase(Locale.ROOT) + "-"
                + look.language().substring(0, 2) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "journeys", journey, file)));
    }
}
