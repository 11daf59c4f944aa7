package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A position is read, published and written for a coalition, a decision-maker is written to and prepared for, a meeting is told, a treaty is read. */
@JourneyTest
@Tag(TestTags.SLOW)
class AdvocacyJourneyTest {

    @Autowired
    private ExampleVisitor visitor;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void publishesMeetsSitsAndFollows(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "advocacy");
        publishes(page, pictures);
        speaksForTheCoalition(page, pictures);
        writesToANewPerson(page, pictures);
        prepares(page, pictures);
        tellsAMeeting(page, pictures);
        follows(page, pictures);
        page.context().close();
    }

    private static void publishes(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/advocacy/position']");
        hand.await("#list");
        pictures.checkAndSave("01-positions");
        hand.press("#list a:has-text('Ratifions')");
        hand.await("form[action$='/read']");
        pictures.checkAndSave("02-to-read");
        hand.press("form[action$='/read'] button.main");
        hand.await(".notice.ok");
        hand.press("main a.main[href$='/publish']");
        hand.await("[name=place]");
        hand.type("[name=place]", "Notre site");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("03-published");
        hand.writeResult("position read and published");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(7);
    }

    private static void speaksForTheCoalition(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/advocacy/position']");
        hand.press("main a.main[href$='/new']");
        hand.await("[name=cited]");
        hand.type("[name=title]", "Une loi, pas des promesses");
        hand.press("label:has([name=kind][value=DECLARATION])");
        hand.type("[name=theme]", "Entreprises");
        String decision =
                page.locator("[name=cited] option:has-text('diligence')").getAttribute("value");
        hand.select("[name=cited]", decision);
        hand.type("[name=body-fr]", "Les entreprises doivent répondre de leurs actes.");
        pictures.checkAndSave("03-cites");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        assertThat(page.locator("main dl a[href^='/advocacy/coalition/']").count())
                .isOne();
        pictures.checkAndSave("03-cited");
        hand.writeResult("position for a coalition");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(9);
    }

    private static void writesToANewPerson(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/advocacy/dialogue']");
        hand.press("main a[href$='/acts/new']");
        hand.await("[name=subject]");
        hand.press("label:has([name=kind][value=LETTER])");
        hand.type("[name=subject]", "Une loi, pas des promesses");
        hand.press("main details:has([name=family]) summary");
        hand.type("[name=given]", "Odile");
        hand.type("[name=family]", "Fictive");
        hand.type("[name=title]", "députée");
        hand.type("[name=body]", "Assemblée nationale");
        pictures.checkAndSave("04-new-person");
        hand.press("main form.form button.main");
        hand.await("#notices .notice");
        assertThat(page.locator("main").textContent()).contains("Odile Fictive");
        hand.writeResult("first letter to a new person");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(11);
    }

    private static void prepares(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/advocacy/dialogue']");
        hand.await("#list");
        pictures.checkAndSave("04-decision-makers");
        hand.press("#list li:first-child .what a");
        hand.await("main a[href$='/brief']");
        pictures.checkAndSave("05-decision-maker");
        hand.press("main a[href$='/brief']");
        page.waitForURL("**/brief");
        pictures.checkAndSave("06-brief");
        hand.pressInMenu("nav a[href='/advocacy/dialogue']");
        hand.press("main a[href='/advocacy/dialogue/lobby']");
        page.waitForURL("**/lobby");
        pictures.checkAndSave("07-lobby");
    }

    private static void tellsAMeeting(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/advocacy/coalition']");
        hand.press("main ul.rows a:has-text('Réseau')");
        hand.await("main a[href$='/meetings/new']");
        pictures.checkAndSave("08-coalition");
        hand.press("main a[href$='/meetings/new']");
        hand.await("[name=outcome]");
        assertThat(page.locator("[name=seat]").inputValue()).as("the only seat").isNotEmpty();
        pictures.checkAndSave("09-meeting");
        hand.type("[name=title]", "Assemblée du Réseau");
        hand.type("[name=outcome]", "La déclaration est adoptée.");
        hand.type("[name=ourPart]", "Nous avons présenté la déclaration");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("10-told");
        assertThat(page.locator("main").textContent()).contains("Nous avons présenté la déclaration");
        hand.writeResult("coalition's meeting told");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(8);
    }

    private static void follows(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/advocacy/treaty']");
        page.waitForURL("**/advocacy/treaty");
        pictures.checkAndSave("11-treaties");
        hand.press("main a:has-text('C189')");
        hand.await("main figure svg");
        pictures.checkAndSave("12-treaty");
        hand.pressInMenu("nav a[href='/advocacy/campaign']");
        hand.press("main ul.rows a:has-text('Habiller')");
        hand.await("main a[href$='/edit']");
        pictures.checkAndSave("13-campaign");
    }
}
