package org.convergence.outreach.assembly.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting edited by two people at once, and an agenda ordered by keyboard. */
@JourneyTest
class MeetingEditingJourneyTest {

    private static final BrowserLook LOOK = new BrowserLook(1280, ColorScheme.LIGHT, "fr-CA");

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private OrganisationSettings settings;

    @Test
    void concurrentEditsOfOneItemLoseNothing() {
        Page one = traveller.signIn(LOOK, Role.COORDINATOR);
        Page other = traveller.signIn(LOOK, Role.STAFF);
        MeetingId meeting =
                meetings.plan(board.addBoard().id(), settings.today().atTime(0, 5));
        Locator mine = point(one, meeting);
        Locator theirs = point(other, meeting);

        mine.locator("textarea").pressSequentially("Ce que dit la première.");
        assertThat(mine.locator(".kept")).containsText("Enregistré");
        theirs.locator("textarea").pressSequentially("Ce que dit la seconde.");
        assertThat(theirs.locator("[role=alert]")).containsText("Quelqu’un a modifié");
        assertThat(theirs.locator(".versions"))
                .containsText(Pattern.compile("Ce que dit la seconde.*Ce que dit la première", Pattern.DOTALL));
        assertThat(theirs.locator("textarea")).hasValue(Pattern.compile("Ce que dit la seconde\\."));
        other.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/journeys/assembly/minutes-together.png"))
                .setFullPage(true));

        theirs.locator("textarea").fill("Ce que dit la première. Ce que dit la seconde.");
        theirs.locator("button[type=submit]").click();
        assertThat(theirs.locator(".kept")).containsText("Enregistré");
        mine.locator("textarea").pressSequentially(" Et encore.");
        assertThat(mine.locator(".versions")).containsText("Ce que dit la seconde");
        assertThat(meetings.agenda(meeting).points().get(1).minutes())
                .isEqualTo("Ce que dit la première. Ce que dit la seconde.");
        one.context().close();
        other.context().close();
    }

    @Test
    void keepsTextTypedDuringAConflict() {
        Page one = traveller.signIn(LOOK, Role.COORDINATOR);
        Page other = traveller.signIn(LOOK, Role.STAFF);
        MeetingId meeting =
                meetings.plan(board.addBoard().id(), settings.today().atTime(0, 5));
        Locator mine = point(one, meeting);
        Locator theirs = point(other, meeting);
        mine.locator("textarea").pressSequentially("Ce que dit la première.");
        assertThat(mine.locator(".kept")).containsText("Enregistré");

        theirs.locator("textarea").evaluate("""
                (area) => document.addEventListener('htmx:beforeSend', () => area.value += ' Tapé entre-temps.', { once: true })
                """);
        theirs.locator("textarea").pressSequentially("Ce que dit la seconde.");
        assertThat(theirs.locator(".versions")).isVisible();
        assertThat(theirs.locator("textarea")).hasValue(Pattern.compile("Tapé entre-temps"));
        theirs.locator("textarea").pressSequentially(" Et après.");
        other.waitForTimeout(2_500);
        assertThat(meetings.agenda(meeting).points().get(1).minutes())
                .as("until a choice is made")
                .isEqualTo("Ce que dit la première.");
        one.context().close();
        other.context().close();
    }

    /** The answer of an automatic save is late: what is pressed meanwhile waits for it, and is no conflict with oneself. */
    @Test
    void opensTheNextFormWhileTheTextIsSavedByItself() {
        Page page = traveller.signIn(LOOK, Role.COORDINATOR);
        MeetingId meeting =
                meetings.plan(board.addBoard().id(), settings.today().atTime(0, 5));
        Locator mine = point(page, meeting);
        page.evaluate("""
                () => {
                  const send = XMLHttpRequest.prototype.send;
                  XMLHttpRequest.prototype.send = function (...body) {
                    const told = this.onload;
                    this.onload = (event) => setTimeout(() => told.call(this, event), 2000);
                    return send.apply(this, body);
                  };
                }
                """);
        page.waitForResponse(
                answer -> answer.url().endsWith("/minutes"),
                () -> mine.locator("textarea").fill("On ouvre."));
        mine.locator("textarea").fill("On ouvre à l’heure.");
        mine.locator("summary").click();
        mine.locator("button[value=resolutions]").click();
        page.waitForURL("**/resolutions/new");
        assertThat(meetings.agenda(meeting).points().get(1).minutes()).isEqualTo("On ouvre à l’heure.");
        page.context().close();
    }

    @Test
    void movesAnItemByKeyboard() {
        Page page = traveller.signIn(LOOK, Role.COORDINATOR);
        MeetingId meeting = meetings.plan(
                board.addBoard().id(), settings.today().plusDays(9).atTime(19, 0));
        UUID last = meetings.itemId(meeting, 4);
        page.navigate(traveller.urlOf("/outreach/assembly/meetings/" + meeting.value()));

        page.locator("#up-" + last).focus();
        for (int place = 3; place >= 1; place--) {
            page.keyboard().press("Enter");
            assertThat(page.locator("#agenda ol > li:nth-child(" + place + ")")).hasId("point-" + last);
        }
        assertThat(page.locator("#down-" + last)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#agenda ol > li:nth-child(2)")).hasId("point-" + last);
        assertThat(page.locator("#down-" + last)).isFocused();
        assertThat(meetings.itemId(meeting, 2)).isEqualTo(last);
        page.context().close();
    }

    @Test
    void refusedDeliveryFocusesItsReason() {
        Page page = traveller.signIn(LOOK, Role.COORDINATOR);
        MeetingId meeting = meetings.plan(
                board.addBoard().id(), settings.today().plusDays(9).atTime(19, 0));
        page.navigate(traveller.urlOf("/outreach/assembly/meetings/" + meeting.value() + "/notice"));
        page.locator("input[name=on]").fill(settings.today().plusDays(3).toString());
        page.locator("button[name=all]").click();
        assertThat(page.locator("[role=alert]")).isFocused();
        assertThat(page.locator("[role=alert]")).isInViewport();
        page.context().close();
    }

    /** The second item of the minutes, opened. */
    private Locator point(Page page, MeetingId meeting) {
        page.navigate(traveller.urlOf("/outreach/assembly/meetings/" + meeting.value() + "/minutes"));
        return page.locator("#point-" + meetings.itemId(meeting, 2));
    }
}
