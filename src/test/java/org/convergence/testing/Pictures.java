package org.convergence.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import org.convergence.testing.Chromium.Look;

/**
 * Looks at the pages of a journey with axe, and in a journey through the whole matrix leaves a picture of each in
 * {@code target/journeys}.
 *
 * @param journey the folder of its pictures
 */
public record Pictures(Page page, Look look, String journey) {

    /** Looks at the page as it stands. */
    public void take(String name) {
        Chromium.assertSound(page);
        draw(name);
    }

    /** Leaves a picture of a page that was looked at before, as it stands now. */
    public void draw(String name) {
        if (!Chromium.inAllLooks()) {
            return;
        }
        String file = name + "-" + look.width() + "-" + look.scheme().name().toLowerCase(Locale.ROOT) + "-"
                + look.language().substring(0, 2) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "journeys", journey, file)));
    }
}
