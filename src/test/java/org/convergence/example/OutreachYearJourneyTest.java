package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A journalist is answered, a release goes out, a congress and a resolution go on, and a reader subscribes in Spanish. */
@JourneyTest
@Tag(TestTags.SLOW)
class OutreachYearJourneyTest {

    private static final String READER = "lectora@exemple.example";

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private TestLetterSender sender;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void answersThePressAndGoesToACongress(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "outreach-year");
        answersAJournalist(page, pictures);
        publishesARelease(page, pictures);
        reportsAPresentation(page, pictures);
        notesThatADeadlineIsMet(page, pictures);
        followsAResolution(page, pictures);
        page.context().close();
    }

    private static void answersAJournalist(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/outreach/media']");
        hand.await("main a[href$='/requests/new']");
        pictures.checkAndSave("01-media");
        hand.press("main ul.rows a:has-text('Puebla')");
        hand.await("main a.main[href$='/edit']");
        assertThat(page.locator("main a[href$='/answer']").count())
                .as("nobody may speak yet")
                .isZero();
        pictures.checkAndSave("02-request");
        hand.press("main a.main[href$='/edit']");
        hand.type("[name=mandate]", "Déclaration adoptée par le conseil");
        hand.press("main form.form button.main");
        hand.await("main a.main[href$='/answer']");
        hand.press("main a[href$='/answer']");
        hand.type("[name=outcome]", "Entrevue de cinq minutes à la radio.");
        pictures.checkAndSave("03-answer");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        assertThat(page.locator("main").textContent()).contains("Entrevue de cinq minutes");
        hand.writeResult("journalist answered");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(9);
    }

    private static void publishesARelease(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/outreach/media']");
        hand.press("main a[href$='/releases/new']");
        hand.await("[name=title-fr]");
        pictures.checkAndSave("04-release-form");
        hand.type("[name=title-fr]", "Cent couturières réintégrées");
        hand.type("[name=body-fr]", "Après onze semaines, elles reprennent le travail.");
        hand.press("main form.form button.main");
        hand.await("main form[action$='/issue'] button");
        pictures.checkAndSave("05-release");
        hand.press("main form[action$='/issue'] button");
        hand.await("main a[href^='/public/press/']");
        pictures.checkAndSave("06-public");
        hand.writeResult("press release made public");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(7);
        hand.press("main a[href^='/public/press/']");
        page.waitForURL("**/public/press/**");
        pictures.checkAndSave("07-release-read");
        assertThat(page.locator("main").textContent()).contains("elles reprennent le travail");
        page.goBack();
    }

    private static void reportsAPresentation(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/outreach/congress']");
        hand.await("#list");
        pictures.checkAndSave("08-year");
        hand.press("main a[href='/outreach/congress/representations']");
        hand.press("main ul.rows a:has-text('Qui nous sommes')");
        hand.await("main a[href$='/report']");
        pictures.checkAndSave("09-presentation");
        hand.press("main a[href$='/report']");
        hand.await("[name=cameBack]");
        pictures.checkAndSave("10-report");
        hand.type("[name=cameBack]", "L’exécutif invite l’atelier à son assemblée de mars.");
        hand.type("[name=promised]", "Envoyer la trousse");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("11-reported");
        assertThat(page.locator("main").textContent()).contains("assemblée de mars", "Envoyer la trousse");
        hand.writeResult("presentation reported");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(8);
    }

    private static void notesThatADeadlineIsMet(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/outreach/congress']");
        hand.press("#list a:has-text('31e congrès')");
        hand.await("main form[action$='/done'] button");
        pictures.checkAndSave("12-congress");
        hand.press("main form[action$='/done'] button");
        hand.await("main form[action$='/open'] button");
        hand.writeResult("deadline of a congress met");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(4);
    }

    private static void followsAResolution(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/outreach/congress/passports']");
        page.waitForURL("**/passports");
        pictures.checkAndSave("13-resolutions");
        hand.press("main h2 a:has-text('salaire viable')");
        hand.await("main a[href$='/step']");
        pictures.checkAndSave("14-resolution");
        hand.press("main a[href$='/step']");
        hand.await("[name=evidence]");
        pictures.checkAndSave("15-step");
        hand.press("label:has([name=state])");
        hand.type("[name=evidence]", "Cahier des résolutions, page 12");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        assertThat(page.locator("main").textContent()).contains("Cahier des résolutions, page 12");
        hand.writeResult("step of a resolution");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(7);
    }

    /** From the public page to the confirmed subscription, each page and the letter in Spanish. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void subscribesInSpanish(int width) {
        var look = new BrowserLook(width, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT, "es-MX");
        visitor.arrive(Chromium.looks().findFirst().orElseThrow(), ExampleUser.MARYSE)
                .context()
                .close();
        Page page = Chromium.open(look);
        var pictures = new JourneyScreenshots(page, look, "subscription");
        try (ExampleMail mail = new ExampleMail(sender)) {
            page.navigate(visitor.browser().urlOf("/public/website/subscribe"));
            assertSpanish(page);
            pictures.checkAndSave("01-form");
            page.fill("input[name=mail]", READER);
            page.check("input[name=agree]");
            page.waitForTimeout(2_100);
            page.click("main form button[type=submit]");
            page.locator("main [role=status]").waitFor();
            assertSpanish(page);
            pictures.checkAndSave("02-asked");
            mail.carry();
            page.navigate(visitor.browser().urlOf(mail.findLink(READER, "/public/website/")));
            assertSpanish(page);
            pictures.checkAndSave("03-confirm");
            page.click("main form button.main");
            page.locator("main [role=status]").waitFor();
            assertSpanish(page);
            pictures.checkAndSave("04-confirmed");
        }
        page.context().close();
    }

    private static void assertSpanish(Page page) {
        assertThat(page.locator("html").getAttribute("lang")).startsWith("es");
    }
}
