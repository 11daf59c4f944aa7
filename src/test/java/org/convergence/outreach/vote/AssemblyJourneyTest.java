package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MailDelivery;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An assembly from the letters to its members to its minutes: a member names its delegate by a link, who votes by name on
 * her phone; a director is elected and takes her seat.
 */
@JourneyTest
@Tag(TestTags.SLOW)
class AssemblyJourneyTest extends MandateLetterFixture {

    private static final Duration READING = Duration.ofSeconds(3);

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private MailDelivery mail;

    @Autowired
    private MovingClock time;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void membersSendDelegatesWhoVoteOnPhonesAndElectADirector(BrowserLook look) {
        SeatedBoard directors = board.addBoard();
        String candidate = "Diaz" + directors.id().value().toString().replaceAll("\\W|\\d", "");
        board.addPerson("Cléo", candidate, "fr");
        Page page = traveller.signIn(look, Role.COORDINATOR);
        Page phone = Chromium.open(new BrowserLook(390, look.scheme(), look.language()));
        convenes(page, phone, look);
        page.context().close();

        time.advance(
                Duration.between(settings.now(), settings.today().plusDays(10).atTime(10, 0)));
        Page onTheDay = traveller.signIn(look, Role.COORDINATOR);
        var pictures = new JourneyScreenshots(onTheDay, look, "assembly-day");
        String ballot = opens(onTheDay, pictures);
        votes(onTheDay, phone, ballot, look);
        elects(onTheDay, pictures, directors.seats().get(4), "Cléo " + candidate);
        traveller.openAndCheck(
                onTheDay, "/outreach/assembly/bodies/" + directors.id().value());
        pictures.save("18-board");
        assertThat(onTheDay.locator("#seats").textContent()).contains("Cléo " + candidate);
        onTheDay.context().close();
        phone.context().close();
    }

    @Test
    void aSubstituteTakesASeatOnAPhoneWithoutNetwork() {
        meeting = meetings.plan(
                board.addBody(BodyKind.GENERAL, new Quorum(Quorum.QuorumMeasure.ORGANISATIONS, 1, 2, true)),
                settings.today().atTime(9, 0));
        assertThat(pages.as(Role.STAFF).post(url() + "/door")).hasStatus(303);
        checkIn("Fédération", "Éva Roy", null);
        Page phone = traveller.signIn(new BrowserLook(390, ColorScheme.LIGHT, "fr-CA"), Role.VOLUNTEER);
        traveller.openAndCheck(phone, "/platform/door/assembly/" + meeting.value());
        phone.locator("form[action$='/open'] button").click();
        phone.waitForURL(url -> url.contains("/public/door/"));
        phone.waitForFunction("async () => { await navigator.serviceWorker.ready;"
                + " return (await (await caches.open(location.pathname)).keys()).length >= 3"
                + " && document.querySelectorAll('[data-found] li').length > 0; }");
        phone.context().setOffline(true);
        phone.locator("#search").fill("fédération");
        phone.locator("li:has-text('Éva Roy') summary").click();
        phone.locator("li:has-text('Éva Roy') [name=name]").fill("Zoé Nadeau");
        phone.locator("li:has-text('Éva Roy') [name=letter]").check();
        phone.locator("li:has-text('Éva Roy') details button").click();
        phone.locator("[data-latest]:has-text('Zoé Nadeau, substitut à')").waitFor();
        assertThat(phone.locator("[data-found]").textContent())
                .contains("Zoé Nadeau")
                .doesNotContain("Éva Roy");
        Chromium.assertSound(phone);
        assertThat(delegate("Fédération", 0).name()).isEqualTo("Éva Roy");
        phone.context().setOffline(false);
        phone.waitForCondition(() -> delegate("Fédération", 0).name().equals("Zoé Nadeau"));
        phone.locator("[data-status][hidden]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(phone.locator("[data-found]").textContent()).contains("Zoé Nadeau");
        // As after the restore of a backup, which has no links.
        db.sql("DELETE FROM platform.door_link").update();
        phone.locator("[data-found] button:has-text('Sort')").first().click();
        phone.locator("[data-status]:has-text('Le serveur ne connaît pas ce lien')")
                .waitFor();
        assertThat(phone.locator("[data-status]").textContent().replace('\u00a0', ' '))
                .contains("Pas encore envoyé : 1", "Demandez un nouveau lien")
                .doesNotContain("Sans réseau");
        assertThat(phone.locator("[data-found]").textContent()).contains("Zoé Nadeau");
        Chromium.assertSound(phone);
        phone.context().close();
    }

    /** Asks the members, of which one answers by its link; convenes its delegate, who says that she comes. */
    private void convenes(Page page, Page phone, BrowserLook look) {
        var pictures = new JourneyScreenshots(page, look, "assembly-day");
        var hers = new JourneyScreenshots(phone, look, "assembly-day");
        var hand = new UserEffortMeter(page);
        page.navigate(traveller.urlOf("/outreach/assembly/meetings/" + meeting.value()));
        pictures.checkAndSave("01-meeting");
        hand.press("main .gestures a.button.main");
        hand.await("[name=due]");
        pictures.checkAndSave("02-mandates");
        hand.press("main form.form button.main");
        hand.await("button[name=confirmed]");
        pictures.checkAndSave("03-letters");
        hand.press("button[name=confirmed]");
        hand.await("#notices .notice");

        phone.navigate(traveller.urlOf(mail.deliverTo("vents@exemple.org").link("/outreach/vote/mandate/")));
        hers.checkAndSave("04-mandate");
        phone.locator("[name=delegate-1]").fill("Éva Roy");
        phone.locator("[name=delegate-mail-1]").fill("eva@exemple.org");
        time.advance(READING);
        phone.locator("main form button.main").click();
        phone.locator("[role=alert]").waitFor();
        hers.checkAndSave("05-unsigned");
        phone.locator("[name=signedBy]").fill("Luz Vega");
        phone.locator("[name=authority]").fill("présidence");
        phone.locator("main form button.main").click();
        phone.locator("main [role=status]").waitFor();
        hers.checkAndSave("06-named");

        page.reload();
        assertThat(page.locator("main").textContent()).containsPattern("1 (nommée|.*named)");
        hand.press("main a.button[href$='/delegates']");
        hand.await("main form.gestures button.main");
        pictures.checkAndSave("07-notices");
        hand.press("main form.gestures button.main");
        hand.await("#notices .notice");
        hand.writeResult("assembly convened");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(5);

        phone.navigate(traveller.urlOf(mail.deliverTo("eva@exemple.org").link("/outreach/assembly/link/")));
        hers.checkAndSave("08-invited");
        time.advance(READING);
        phone.locator("#reply button[value=COMING]").click();
        phone.locator("#reply strong").waitFor();
        hers.checkAndSave("09-coming");
    }

    /** Opens the door, lets two delegations in and notes the quorum; returns the path of the federation's ballot. */
    private String opens(Page page, JourneyScreenshots pictures) {
        page.navigate(traveller.urlOf("/outreach/assembly/meetings/" + meeting.value()));
        var hand = new UserEffortMeter(page);
        hand.press("main .gestures a.button[href$='" + url() + "']");
        hand.press("form[action$='/door'] button.main");
        hand.await("#quorum");
        pictures.checkAndSave("10-door");
        hand.press("main a:has-text('Syndicat du petit port')");
        hand.type("[name=name]", "Ali Diop");
        hand.press("main form.form button.main");
        hand.await("#notices .notice");
        hand.press(".trail a");
        hand.press("main a:has-text('Fédération des grands vents')");
        hand.await("main li:has-text('Éva Roy') button");
        pictures.checkAndSave("11-expected");
        hand.press("main li:has-text('Éva Roy') button");
        hand.await("#notices .notice");
        pictures.checkAndSave("12-in");
        hand.press("form[action$='/link'] button");
        hand.await("svg.qr");
        pictures.checkAndSave("13-ballot-link");
        String ballot = page.locator("main a[href*='/outreach/vote/link/']").getAttribute("href");
        hand.press("main a.button.main");
        hand.press(".trail a");
        hand.press("form[action$='/quorum'] button");
        hand.await("#notices .notice.ok");
        hand.writeResult("assembly door");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(12);
        return ballot.replaceFirst("https?://[^/]+", "");
    }

    /** A text is voted by name; its result is in the minutes, and not before it is closed. */
    private void votes(Page page, Page phone, String ballot, BrowserLook look) {
        var pictures = new JourneyScreenshots(page, look, "assembly-day");
        var hers = new JourneyScreenshots(phone, look, "assembly-day");
        phone.navigate(traveller.urlOf(ballot));
        hers.checkAndSave("14-no-vote");
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/votes']");
        hand.press("main a.button.main[href$='/new']");
        hand.await("[name=item]");
        pictures.checkAndSave("14-new-vote");
        hand.select("[name=item]", meetings.itemId(meeting, 3).toString());
        hand.type("[name=text]", "d’agir ensemble pour un port équitable");
        hand.press("label:has([name=method][value=NOMINAL])");
        hand.press("main form.form button.main");
        hand.await("form[action$='/open'] button.main");
        pictures.checkAndSave("15-vote");
        hand.press("form[action$='/open'] button.main");
        hand.await("form[action$='/close'] button.main");

        phone.locator("main a.button.main").click();
        phone.locator("button[name=all]").first().waitFor();
        hers.checkAndSave("15-ballot");
        phone.locator("button[name=all][value=FOR]").click();
        phone.locator("main [role=status]").waitFor();
        hers.checkAndSave("16-cast");
        page.reload();
        pictures.checkAndSave("16-count");
        assertThat(page.locator("main").textContent()).doesNotContain("4 pour", "4 for");
        hand.press("form[action$='/close'] button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("16-result");
        assertThat(page.locator("main").textContent()).contains("Éva Roy");
        hand.press(".trail a");
        hand.press("main a.button[href$='/minutes']");
        hand.await(".minute");
        pictures.checkAndSave("16-minutes");
        hand.writeResult("assembly vote");
        assertThat(page.locator(".minute").nth(2).textContent()).contains("d’agir ensemble pour un port équitable");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(10);
    }

    /** A seat is filled without a ballot, since one person stands; the seat becomes a mandate. */
    private void elects(Page page, JourneyScreenshots pictures, UUID seat, String candidate) {
        page.navigate(traveller.urlOf(url() + "/votes"));
        pictures.checkAndSave("17-votes");
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/new']");
        hand.select("[name=item]", meetings.itemId(meeting, 3).toString());
        hand.press("label:has([name=kind][value=ELECTION])");
        hand.type("[name=text]", "un poste au conseil");
        hand.type("[name=seats]", "1");
        hand.press("main form.form button.main");
        hand.await("[name=interests]");
        pictures.checkAndSave("17-election");
        hand.type("[name=name]", candidate);
        hand.type("[name=interests]", "Siège à la caisse");
        hand.press("form[action$='/candidates'] button.main");
        hand.await("form[action$='/acclaim'] button.main");
        pictures.checkAndSave("17-candidate");
        hand.press("form[action$='/acclaim'] button.main");
        hand.press("main a.button.main[href$='/mandates']");
        hand.await("select[name^=seat-]");
        pictures.checkAndSave("17-seats");
        hand.select("select[name^=seat-]", seat.toString());
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("17-seated");
        hand.writeResult("assembly election");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(13);
    }
}
