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

/** News is kept and told in a digest, a risk is entered and reviewed, an incident is noted, a self-assessment goes on. */
@JourneyTest
@Tag(TestTags.SLOW)
class SafetyJourneyTest {

    @Autowired
    private ExampleVisitor visitor;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void watchesWeighsNotesAndAssesses(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "safety");
        watches(page, pictures);
        weighs(page, pictures);
        notes(page, pictures);
        assesses(page, pictures);
        page.context().close();
    }

    private static void watches(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/cooperation/watch']");
        hand.await("#list");
        pictures.checkAndSave("01-watch");
        hand.press("main a.main[href$='/new']");
        hand.type("[name=paste]", "Grève des couturières https://journal.example/greve");
        hand.select("[name=country]", "MX");
        pictures.checkAndSave("02-keep");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("03-kept");
        hand.press("main a[href$='/edit']");
        hand.type("[name=context]", "Notre partenaire y accompagne le syndicat.");
        hand.press("label:has([name=audience][value=EVERYONE])");
        pictures.checkAndSave("04-context");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        page.navigate(page.url().replaceFirst("/cooperation/watch/.*", "/cooperation/watch/digests"));
        pictures.checkAndSave("05-digests");
        hand.press("main a.main[href*='/digests/new/members']");
        hand.await("main form.form");
        pictures.checkAndSave("06-digest-lines");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        assertThat(page.locator("main").textContent()).contains("Grève des couturières");
        pictures.checkAndSave("07-digest");
        hand.writeResult("news kept and told in a digest");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(12);
        hand.pressInMenu("nav a[href='/safety/guide']");
        page.waitForURL("**/safety/guide");
        pictures.checkAndSave("08-countries");
        page.navigate(page.url() + "/MX");
        assertThat(page.locator("main").textContent()).contains("Grève des couturières");
        pictures.checkAndSave("09-country");
    }

    private static void weighs(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/safety/risk']");
        hand.await("main .chart-frame");
        pictures.checkAndSave("10-register");
        hand.press("main a.main[href$='/new']");
        hand.await("[name=threat]");
        hand.select("[name=threat]", "ROAD");
        hand.type("[name=description]", "Accident sur une route de montagne");
        hand.type("[name=exposed]", "Stagiaires");
        for (String score :
                new String[] {"inherentLikelihood", "inherentImpact", "residualLikelihood", "residualImpact"}) {
            hand.select("[name=" + score + "]", score.startsWith("inherent") ? "4" : "2");
        }
        hand.type("[name=measures]", "Jamais de nuit; un chauffeur du partenaire");
        pictures.checkAndSave("11-risk");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        assertThat(page.locator("main").textContent()).contains("Accident sur une route de montagne");
        pictures.checkAndSave("12-weighed");
        hand.writeResult("risk entered");
        var board = new UserEffortMeter(page);
        board.type("[name=resolution]", "CA-2026-14");
        board.press("form[action$='/review'] button.main");
        board.await(".notice.ok");
        assertThat(board.countActions()).as("the board’s gestures").isLessThanOrEqualTo(2);
    }

    private static void notes(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/safety/incident']");
        page.waitForURL("**/safety/incident");
        pictures.checkAndSave("13-incidents");
        hand.press("main a[href='/safety/incident/new']");
        hand.await("[name=told]");
        hand.type("[name=told]", "Un sac volé au marché, personne n’est blessé.");
        hand.select("[name=kind]", "CRIME");
        hand.select("[name=severity]", "MINOR");
        pictures.checkAndSave("14-incident");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        pictures.checkAndSave("15-noted");
        hand.writeResult("incident noted");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(7);
        page.navigate(page.url().replaceFirst("/safety/incident/.*", "/safety/incident/restricted"));
        pictures.checkAndSave("16-restricted");
        page.navigate(page.url().replaceFirst("/safety/incident/.*", "/safety/incident/figures"));
        pictures.checkAndSave("17-figures");
    }

    private static void assesses(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/safety/assessment']");
        page.waitForURL("**/safety/assessment");
        pictures.checkAndSave("18-years");
        hand.press("main table thead a >> nth=0");
        hand.await("main ul.rows");
        pictures.checkAndSave("19-headings");
        hand.press("main ul.rows a >> nth=0");
        hand.await("main form.form");
        pictures.checkAndSave("20-heading");
    }
}
