package org.convergence.advocacy.urgentaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MailDelivery;
import org.convergence.testing.MailDelivery.DeliveredLetter;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestTags;
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An urgent action about a protected person leaves in minutes, is signed by its public page, and is closed; her name is
 * nowhere in public.
 */
@JourneyTest
@Tag(TestTags.SLOW)
class UrgentActionJourneyTest extends UrgentActionScenario {

    private static final Duration READING = Duration.ofSeconds(3);
    private static final List<String> FEEDS = List.of("all.atom", "all.json", "event.ics");

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private MailDelivery mail;

    @Autowired
    private TestUsers users;

    @Autowired
    private MovingClock clock;

    /** Everything that left the house. */
    private final List<String> shown = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void leavesInMinutesIsSignedAndClosedWithoutTheProtectedName(BrowserLook look) {
        String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "illa";
        Page page = traveller.signIn(look, Role.COORDINATOR);
        var pictures = new JourneyScreenshots(page, look, "urgent-action");
        String codeName = seals(page, family);
        String url = leaves(page, look, pictures, codeName, "Yesenia " + family);

        List<DeliveredLetter> letters = mail.deliver();
        assertThat(letters)
                .extracting(DeliveredLetter::to)
                .containsExactlyInAnyOrder("ana@union.example", "bea@union.example");
        letters.forEach(each -> shown.add(each.source() + each.text()));
        String open = letters.stream()
                .filter(each -> each.to().startsWith("ana"))
                .findFirst()
                .orElseThrow()
                .link("/public/urgent-action/");
        Page reader = Chromium.open(new BrowserLook(390, look.scheme(), "es-MX"));
        acts(reader, new JourneyScreenshots(reader, look, "urgent-action"), open);
        confirms(look);
        page.reload();
        assertThat(page.locator("main").textContent()).contains("Syndicat A");
        pictures.checkAndSave("12-signed");
        collectPublic(page, open.replaceFirst("\\?.*", ""), url);
        assertThat(shown).hasSize(13);
        for (String name : List.of(family, "Yesenia", codeName)) {
            assertThat(shown.stream().filter(each -> each.contains(name)).toList())
                    .as(name)
                    .isEmpty();
        }

        for (String address : List.of("/", LIST, "/plan/realisation", url + "/edit", url + "/words", url)) {
            page.navigate(address.startsWith("/") ? traveller.urlOf(address) : address);
            assertThat(page.content()).as("in the team's own pages: " + address).doesNotContain(family, "Yesenia");
        }

        closes(page, pictures);
        Response gone = Objects.requireNonNull(reader.reload());
        assertThat(gone.status()).isEqualTo(410);
        new JourneyScreenshots(reader, look, "urgent-action").checkAndSave("15-over");
        assertThat(mail.deliverTo("bureau@syndicat-a.example").text()).contains("La ministre a reçu la délégation.");
        reader.context().close();
        page.context().close();
    }

    /** Returns the code name under which she is entered. */
    private String seals(Page page, String family) {
        page.navigate(traveller.urlOf("/directory/protection/new"));
        String codeName = page.locator("[name=codeName]").inputValue();
        page.locator("[name=givenName]").fill("Yesenia");
        page.locator("[name=familyName]").fill(family);
        page.locator("main form:not(.filters) button.main[type=submit]").first().click();
        page.waitForURL("**/directory/protection/persons/**");
        return codeName;
    }

    /** From the alert on the telephone to the letters that leave; returns the address of the action. */
    private String leaves(Page page, BrowserLook look, JourneyScreenshots pictures, String codeName, String name) {
        page.navigate(traveller.urlOf(LIST));
        pictures.checkAndSave("01-list");
        var hand = new UserEffortMeter(page);
        hand.press("main a.button.main[href$='/new']");
        hand.type("[name=title]", "Menaces à Cali");
        choose(hand, "partner", "Unión de Costureras");
        hand.select("[name=country]", "CO");
        hand.type("[name=happened]", name + " est suivie depuis mardi.");
        choose(hand, "person", codeName);
        hand.press("label:has([name=risk][value=HIGH])");
        hand.select(
                "[name=segment]",
                page.locator("[name=segment] option:has-text('Agir')").getAttribute("value"));
        hand.press("main form.form button.main");
        hand.await("[role=alert]");
        pictures.checkAndSave("02-named");
        hand.type("[name=happened]", codeName + " est suivie depuis mardi.");
        hand.press("main form.form button.main");
        hand.await("[name=title-fr]");
        pictures.checkAndSave("03-words");
        words(hand);
        hand.press("main form.form button.main");
        hand.await("#notices .notice");
        pictures.checkAndSave("04-action");
        String url = page.url().replaceFirst("\\?.*", "");
        hand.press("main a.button[href$='/consent']");
        hand.press("label:has([name=giver][value=ORGANISATION])");
        hand.type("[name=name]", "Luz Marina, secrétaire générale");
        hand.type("[name=how]", "Au téléphone, en espagnol");
        pictures.checkAndSave("05-yes");
        hand.press("main form.form button.main");
        hand.await("#notices .notice");
        hand.press("main a.button[href$='/check']");
        choose(hand, "second", "Bea Roy");
        hand.press("main form.form button.main");
        hand.await("button[name=confirmed]");
        pictures.checkAndSave("06-ask-check");
        hand.press("button[name=confirmed]");
        hand.await("#notices .notice");
        checks(look);
        page.reload();
        hand.press("main a.button.main[href$='/send']");
        hand.await("main form.gestures button.main");
        pictures.checkAndSave("08-letters");
        hand.press("main form.gestures button.main");
        hand.await("#notices .notice");
        pictures.checkAndSave("09-out");
        hand.writeResult("urgent action");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(46);
        assertThat(hand.seconds()).as("seconds").isLessThan(20 * 60);
        return url;
    }

    private static void words(UserEffortMeter hand) {
        hand.type("[name=title-fr]", "Des couturières menacées");
        hand.type("[name=story-fr]", "À Cali, une déléguée est suivie. Son syndicat demande une protection.");
        hand.type("[name=subject-fr]", "Protégez les couturières de Cali");
        hand.type("[name=letter-fr]", "Je vous demande de protéger les déléguées du syndicat.");
        hand.type("[name=title-es]", "Costureras amenazadas");
        hand.type("[name=story-es]", "En Cali siguen a una delegada. Su sindicato pide protección.");
        hand.type("[name=subject-es]", "Proteja a las costureras de Cali");
        hand.type("[name=letter-es]", "Le pido que proteja a las delegadas del sindicato.");
        hand.type("[name=salutation-0]", "Señora Ministra,");
        hand.type("[name=name-0]", "Rosa Ruiz");
        hand.type("[name=office-0]", "Ministra del Trabajo");
        hand.type("[name=mail-0]", "ministra@gob.example");
    }

    /** The second person confirms the risk on her phone. */
    private void checks(BrowserLook look) {
        DeliveredLetter asked = mail.deliverTo("bea@union.example");
        Page phone = Chromium.open(new BrowserLook(390, look.scheme(), look.language()));
        phone.navigate(traveller.urlOf(asked.link("/advocacy/urgentaction/link/")));
        new JourneyScreenshots(phone, look, "urgent-action").checkAndSave("07-check");
        phone.locator("form[action$='/check'] button").click();
        phone.locator("main [role=status]").waitFor();
        phone.context().close();
    }

    /** A reader opens the letter to the minister, and her union signs. */
    private void acts(Page reader, JourneyScreenshots pictures, String open) {
        reader.navigate(traveller.urlOf(open));
        pictures.checkAndSave("10-public");
        assertThat(reader.locator("main").textContent()).contains("Costureras amenazadas", "Escríbales");
        String letter =
                URLDecoder.decode(reader.locator("a[href^='mailto:']").getAttribute("href"), StandardCharsets.UTF_8);
        assertThat(letter).contains("ministra@gob.example", "Señora Ministra,", "Le pido que proteja");
        shown.add(letter);
        reader.locator("[name=organisation]").fill("Syndicat A");
        reader.locator("[name=signer]").fill("Ana Roy");
        reader.locator("[name=office]").fill("Presidenta");
        clock.advance(READING);
        reader.locator("main form button.main").click();
        reader.locator("[role=alert]").waitFor();
        pictures.checkAndSave("10-no-authority");
        reader.locator("[name=body]").fill("Comité ejecutivo");
        reader.locator("[name=decided]").fill(settings.today().toString());
        reader.locator("main form button.main").click();
        reader.locator(".notice.ok").waitFor();
        pictures.checkAndSave("11-thanks");
    }

    /** The union confirms from its address of record. */
    private void confirms(BrowserLook look) {
        DeliveredLetter letter = mail.deliverTo("bureau@syndicat-a.example");
        shown.add(letter.source() + letter.text());
        Page union = Chromium.open(new BrowserLook(390, look.scheme(), look.language()));
        union.navigate(traveller.urlOf(letter.link("/advocacy/urgentaction/link/")));
        new JourneyScreenshots(union, look, "urgent-action").checkAndSave("11-link");
        shown.add(union.content());
        union.locator("form[action$='/confirm'] button").click();
        union.locator("form[action$='/confirm']")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        union.context().close();
    }

    /** The public page in each language, what the website and its feeds tell, and the interface for programs. */
    private void collectPublic(Page page, String open, String url) {
        Page stranger =
                Chromium.open(new BrowserLook(390, com.microsoft.playwright.options.ColorScheme.LIGHT, "fr-CA"));
        for (String address : List.of(open + "?in=fr", open + "?in=es", open + "?in=en", "/public/website")) {
            stranger.navigate(traveller.urlOf(address));
            shown.add(stranger.content());
        }
        for (String feed : FEEDS) {
            shown.add(stranger.request()
                    .get(traveller.urlOf("/public/feeds/" + feed))
                    .text());
        }
        stranger.context().close();
        shown.add(page.request()
                .get(
                        traveller.urlOf("/api/v1/urgent-actions/" + url.replaceFirst(".*/", "")),
                        RequestOptions.create().setHeader("Authorization", "Bearer " + users.createToken(Role.AUDITOR)))
                .text());
    }

    private void closes(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.press("main a.button[href$='/close']");
        hand.press("label:has([name=outcome][value=WELL])");
        hand.type("[name=account]", "La ministre a reçu la délégation.");
        pictures.checkAndSave("13-close");
        hand.press("main form.form button.main");
        hand.await("#notices .notice");
        hand.press("main a.button.main[href$='/account']");
        hand.await("main form.gestures button.main");
        pictures.checkAndSave("14-account");
        hand.press("main form.gestures button.main");
        hand.await("#notices .notice");
        pictures.checkAndSave("14-closed");
        hand.writeResult("urgent action closed");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(6);
    }

    /** Looks for a name, and takes the first that is found. */
    private static void choose(UserEffortMeter hand, String field, String name) {
        hand.type("[name=" + field + "-typed]", name);
        hand.key("Enter");
        hand.await("[data-chooser=" + field + "] .chips input:checked");
    }
}
