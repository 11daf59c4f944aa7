package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MailDelivery;
import org.convergence.testing.MailDelivery.DeliveredLetter;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A benefit evening: announced with its programme, joined by the public form in Spanish, a table sold, invoiced and paid,
 * its guests named by their link, its result, and the thanks.
 */
@JourneyTest
@Tag(TestTags.SLOW)
class EventJourneyTest {

    private static final Duration READING = Duration.ofSeconds(3);

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private EventFixture fixture;

    @Autowired
    private MailDelivery mail;

    @Autowired
    private MovingClock clock;

    @Autowired
    private OrganisationSettings settings;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aTableIsSoldPaidFilledAndThanked(BrowserLook look) {
        fixture.prepare();
        Page page = traveller.signIn(look, Role.COORDINATOR);
        var pictures = new JourneyScreenshots(page, look, "event");
        String event = announces(page, pictures);
        String published =
                page.locator("main a[href^='/public/event/']").first().getAttribute("href");
        registers(published, look);
        sells(page, pictures, event);
        namesGuests(look);
        page.navigate(event);
        pictures.checkAndSave("13-event");
        assertThat(page.locator("main").textContent().replace('\u00a0', ' ')).containsPattern("720[,.]00");
        page.locator("main a.button[href$='/tables']").click();
        page.waitForURL("**/tables");
        pictures.checkAndSave("14-tables");
        assertThat(page.locator("main").textContent())
                .contains("Ana Roy", "Chi Tran")
                .doesNotContain("Bao Tran");
        page.context().close();

        clock.advance(
                Duration.between(settings.now(), settings.today().plusDays(20).atTime(21, 0)));
        Page evening = traveller.signIn(look, Role.COORDINATOR);
        ends(evening, new JourneyScreenshots(evening, look, "event"), event);
        evening.context().close();
        List<DeliveredLetter> thanks = mail.deliver();
        assertThat(thanks).extracting(DeliveredLetter::to).contains("ana@union.example");
        assertThat(thanks).allMatch(each -> each.text().contains("Grâce à vous, le projet continue."));
    }

    /** Returns the address of its page. */
    private String announces(Page page, JourneyScreenshots pictures) {
        page.navigate(traveller.urlOf("/outreach/event"));
        pictures.checkAndSave("01-list");
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/new']");
        hand.type("[name=name]", "Soirée des cinquante ans");
        hand.type("[name=day]", settings.today().plusDays(20).toString());
        hand.type("[name=begins]", "18:30");
        hand.type("[name=place]", "Salle du Port");
        hand.type("[name=quota]", "40");
        hand.type("[name=about]", "Un repas, des témoignages et de la musique.");
        hand.press("details.more summary");
        hand.type("[name=regular]", "90");
        hand.type("[name=target]", "1000");
        pictures.checkAndSave("02-form");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("03-draft");
        hand.press("main a.button[href$='/programme']");
        hand.type("[name=begins-0]", "19:00");
        hand.type("[name=title-0]", "Mot d’ouverture");
        hand.type("[name=speaker-0]", "Zoé Nadeau");
        hand.press("label:has([name=named-0])");
        hand.type("[name=consent-0]", "Par courriel, le 3 mai");
        hand.type("[name=begins-1]", "19:15");
        hand.type("[name=title-1]", "Le témoignage d’une couturière");
        hand.type("[name=speaker-1]", "Marisol Peña");
        pictures.checkAndSave("04-programme");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        hand.press("form[action$='/state/OPEN'] button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("05-open");
        hand.writeResult("event announced");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(22);
        return page.url().replaceFirst("\\?.*", "");
    }

    /** A person reads the programme and registers with a friend. */
    private void registers(String published, BrowserLook look) {
        Page phone = Chromium.open(new BrowserLook(390, look.scheme(), "es-MX"));
        var pictures = new JourneyScreenshots(phone, look, "event");
        phone.navigate(traveller.urlOf(published));
        pictures.checkAndSave("06-public");
        assertThat(phone.locator("main").textContent())
                .contains("Mot d’ouverture", "Zoé Nadeau", "Le témoignage d’une couturière")
                .doesNotContain("Marisol Peña");
        var hand = new UserEffortMeter(phone);
        hand.type("[name=name]", "Sol Ibarra");
        hand.type("[name=seats]", "2");
        clock.advance(READING);
        hand.press("main form button.main");
        hand.await("[role=alert]");
        pictures.checkAndSave("07-no-address");
        hand.type("[name=mail]", "sol@exemple.example");
        hand.press("details.more summary");
        hand.press("label:has([name=needs][value=VEGETARIAN])");
        hand.press("main form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("08-registered");
        hand.writeResult("event registration");
        phone.navigate(traveller.urlOf(mail.deliverTo("sol@exemple.example").link("/public/event/order/")));
        pictures.checkAndSave("08-order");
        assertThat(phone.locator("main").textContent()).contains("Soirée des cinquante ans");
        phone.context().close();
    }

    /** A union orders a table by purchase order, is invoiced, and pays. */
    private void sells(Page page, JourneyScreenshots pictures, String event) {
        page.navigate(event);
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/orders/new']");
        hand.type("[name=organisation-typed]", "Syndicat des dentellières");
        hand.key("Enter");
        hand.await("[data-chooser=organisation] .chips input:checked");
        hand.type("[name=seats]", "8");
        hand.type("[name=name]", "Ana Roy");
        hand.type("[name=mail]", "ana@union.example");
        hand.press("label:has([name=price][value=REGULAR])");
        hand.type("[name=purchaseOrder]", "BC-112");
        pictures.checkAndSave("09-sell");
        hand.press("main form.form button.main");
        hand.await("form[action$='/invoice'] button.main");
        pictures.checkAndSave("09-order");
        hand.press("form[action$='/invoice'] button.main");
        hand.await("main a.button.main[href*='/payments/']");
        pictures.checkAndSave("09-invoice");
        hand.press("main a.button.main[href*='/payments/']");
        hand.press("label:has([name=method][value=TRANSFER])");
        pictures.checkAndSave("09-payment");
        hand.press("main form.form button.main");
        hand.await("#notices .notice");
        pictures.checkAndSave("09-paid");
        hand.writeResult("event table");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(14);
    }

    /** The guest manager names two guests on her phone, then changes one. */
    private void namesGuests(BrowserLook look) {
        Page phone = Chromium.open(new BrowserLook(390, look.scheme(), look.language()));
        var pictures = new JourneyScreenshots(phone, look, "event");
        phone.navigate(traveller.urlOf(mail.deliverTo("ana@union.example").link("/public/event/order/")));
        pictures.checkAndSave("10-link");
        for (String second : List.of("Bao Tran", "Chi Tran")) {
            phone.locator("[name=name-0]").fill("Ana Roy");
            phone.locator("[name=name-1]").fill(second);
            clock.advance(READING);
            phone.locator("form:has([name=name-0]) button.main").click();
            phone.waitForLoadState();
            phone.waitForCondition(() -> fixture.count("outreach.event_seat WHERE name = '" + second + "'") == 1);
        }
        pictures.checkAndSave("11-named");
        phone.context().close();
    }

    /** The table comes in, the evening is counted, and those who came are thanked. */
    private void ends(Page page, JourneyScreenshots pictures, String event) {
        page.navigate(event);
        pictures.checkAndSave("15-evening");
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.quiet[href$='/door']");
        hand.await("form.filters button.main");
        hand.type("#f-q", "dentell");
        hand.press("form.filters button.main");
        hand.press("section.card > form button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("16-in");
        hand.press(".trail a >> nth=1");
        hand.press("#result a[href$='/takings/new']");
        hand.type("[name=amount]", "480");
        hand.press("label:has([name=kind][value=BAR])");
        pictures.checkAndSave("16-taking");
        hand.press("main form.form button.main");
        hand.await("#notices .notice.ok");
        hand.type("[name=costs]", "150");
        hand.press("form[action$='/hold'] button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("17-held");
        assertThat(page.locator("main").textContent().replace('\u00a0', ' ').replace('\u202f', ' '))
                .as("720 + 480 - 150")
                .containsPattern("1[ ,]?050[,.]00");
        hand.press("#letters a[href$='/letters/THANKS']");
        hand.type("[name=note]", "Grâce à vous, le projet continue.");
        hand.press("main form.form button.main");
        hand.await("button[name=confirmed]");
        pictures.checkAndSave("18-thanks");
        hand.press("button[name=confirmed]");
        hand.await("#notices .notice");
        pictures.checkAndSave("19-thanked");
        hand.writeResult("event evening");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(17);
    }
}
