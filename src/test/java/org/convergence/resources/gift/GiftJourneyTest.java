package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An appeal is launched and read by a stranger; a gift for it is recorded and thanked, passed on, and accounted for. */
@JourneyTest
class GiftJourneyTest {

    private static final String PARTNER = "Asosyasyon Semans";

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void anAppealGivesAccountOfWhatWasGiven(BrowserLook look) throws Exception {
        visitors.ensureOrganisation();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation(PARTNER));
        Page page = traveller.signIn(look, Role.COORDINATOR);
        var pictures = new JourneyScreenshots(page, look, "gift");
        page.navigate(traveller.urlOf("/resources/appeal/new"));
        var hand = new UserEffortMeter(page);
        hand.press("label:has([name=kind][value=OWN])");
        chooseKnown(page, hand);
        hand.type("[name=purpose]", "Semences de maïs pour quarante familles");
        hand.type("[name=frenchTitle]", "Replanter après l’eau");
        hand.type("[name=frenchText]", "Les semences sont à remplacer avant les pluies.");
        hand.type("[name=target]", "1000");
        hand.press("label:has([name=shows])");
        pictures.checkAndSave("01-appeal-form");
        hand.press("main form.form button.main");
        hand.await("main a[href^='/public/appeal/']");
        pictures.checkAndSave("02-appeal");
        hand.writeResult("appeal launched");
        String appeal = page.url();

        String published = page.locator("main a[href^='/public/appeal/']").getAttribute("href");
        Page phone = Chromium.open(new BrowserLook(390, look.scheme(), look.language()));
        phone.navigate(traveller.urlOf(published));
        new JourneyScreenshots(phone, look, "gift").checkAndSave("03-public");
        assertThat(phone.locator("main").textContent()).contains("Replanter après l’eau");

        passesOn(page, pictures, givesAndThanks(page, pictures));
        page.navigate(appeal);
        pictures.checkAndSave("09-account");
        assertThat(page.locator("main table").textContent())
                .containsPattern("300")
                .containsPattern("100[.,]00");
        phone.reload();
        assertThat(phone.locator("main table").textContent()).containsPattern("200[.,]00");
        phone.context().close();
        page.context().close();
    }

    /** A cheque of a union for the appeal, thanked by a letter in the post. */
    private String givesAndThanks(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.press("main a.button[href^='/resources/gift/new']");
        hand.type("[name=organisation-typed]", "Syndicat des tisserandes");
        hand.key("Enter");
        hand.await("[data-chooser=organisation] .chips input:checked");
        hand.press("label:has([name=method][value=CHEQUE])");
        hand.type("[name=amount]", "300");
        pictures.checkAndSave("04-gift-form");
        hand.press("main form.form button.main");
        hand.await("button[value=POST]");
        pictures.checkAndSave("05-gift");
        hand.press("button[value=POST]");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("06-thanked");
        hand.writeResult("gift");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(7);
        String gift = page.url();
        page.navigate(traveller.urlOf("/resources/gift"));
        pictures.checkAndSave("07-gifts");
        assertThat(page.locator("main").textContent()).contains("Syndicat des tisserandes");
        return gift;
    }

    /** Most of it goes to the partner. */
    private static void passesOn(Page page, JourneyScreenshots pictures, String gift) {
        page.navigate(gift);
        page.locator("main dd a[href^='/resources/fund/']").click();
        var hand = new UserEffortMeter(page);
        hand.press("details.more > summary");
        hand.press("label:has([name=kind][value=RECOGNISED])");
        hand.type("[name=amount]", "200");
        hand.type("[name=what]", "Semences");
        chooseKnown(page, hand);
        hand.press("main details form.form button.main");
        hand.await("#notices .notice.ok");
        pictures.checkAndSave("08-fund");
        hand.writeResult("gift passed on");
    }

    /** Takes the partner among those found for its name. */
    private static void chooseKnown(Page page, UserEffortMeter hand) {
        hand.type("[name=partner-typed]", PARTNER);
        page.locator("[data-chooser=partner]:not([data-stale]) [role=option]")
                .first()
                .waitFor();
        hand.key("Enter");
        hand.await("[data-chooser=partner] .chips input:checked");
    }
}
