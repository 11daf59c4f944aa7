package org.convergence.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * When a journey fails, prints the text of its pages, and saves a screenshot of each in {@code target/journeys/failed}.
 */
final class FailureScreenshots implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable fault) throws Throwable {
        int number = 0;
        for (Page page : Chromium.pages()) {
            try {
                number++;
                String name = test.getRequiredTestMethod().getName() + "-" + number;
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "journeys", "failed", name + ".png")));
                System.err.println(page.url() + "\n"
                        + page.locator("main")
                                .first()
                                .innerText()
                                .lines()
                                .limit(40)
                                .toList());
            } catch (PlaywrightException gone) {
                fault.addSuppressed(gone);
            }
        }
        throw fault;
    }
}
