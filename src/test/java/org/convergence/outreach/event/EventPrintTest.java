package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sheets of an evening that are posted on a wall: what is printed has no heading with nothing under it. */
@JourneyTest
class EventPrintTest {

    private static final BrowserLook DESK = new BrowserLook(1280, ColorScheme.LIGHT, "fr-CA");

    /** The headings of what is printed, and those of sections of which nothing else is. */
    private static final String HEADINGS = """
            () => {
                const isPrinted = each => each.checkVisibility() && each.innerText.trim() !== '';
                const sections = [...document.querySelectorAll('main section:has(> h2)')].filter(isPrinted);
                const heading = each => each.querySelector('h2').innerText;
                return [sections.map(heading), sections.filter(each => each.innerText.trim() === heading(each)).map(heading)];
            }
            """;

    @Autowired
    private BrowserUser coordinator;

    @Autowired
    private EventFixture fixture;

    @Test
    void printsNoHeadingWithNothingUnderIt() {
        fixture.prepare();
        EventId event = fixture.announce(40, "regular=90", "tableSize=8");
        Page page = coordinator.signIn(DESK, Role.COORDINATOR);
        page.navigate(coordinator.urlOf(EventFixture.url(event)));
        assertThat(page.locator("main h2").allInnerTexts())
                .as("on screen, each with its gesture")
                .contains("Programme", "Commanditaires", "Dépenses");
        assertThat(printed(page).get(0))
                .contains("Inscriptions et tables")
                .doesNotContain("Programme", "Commanditaires", "Dépenses");
        assertThat(printed(page).get(1)).isEmpty();
        fixture.sell(event, "Syndicat A", 8, "price=REGULAR");
        for (String sheet : List.of("/tables", "/door")) {
            page.navigate(coordinator.urlOf(EventFixture.url(event) + sheet));
            assertThat(printed(page).get(1)).as(sheet).isEmpty();
            assertThat(page.locator("main button:visible, main .button:visible").allInnerTexts())
                    .as("no gesture on paper: " + sheet)
                    .isEmpty();
        }
        page.context().close();
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> printed(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return (List<List<String>>) page.evaluate(HEADINGS);
    }
}
