package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.access.Token;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestTags;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A candidate applies on two phones, an intern tells a return activity and is attested; a tool, a dossier, an exhibition. */
@JourneyTest
@Tag(TestTags.SLOW)
class EducationJourneyTest {

    private static final Duration READING = Duration.ofSeconds(3);

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private BrowserUser browser;

    @Autowired
    private MovingClock clock;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void livesACohortAndShowsWhatWeTeach(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.NADEGE);
        var pictures = new JourneyScreenshots(page, look, "education");
        applyOnTwoPhones(look);
        tellReturnActivityAndAttest(page, look, pictures);
        handOutCopies(page, pictures);
        openDossier(page, pictures);
        browseExhibition(page, look, pictures);
        page.context().close();
    }

    private String id(String sql) {
        return db.sql(sql).query(String.class).single();
    }

    /** A window of a visitor without an account, on a phone. */
    private static Page visit(BrowserLook look, String language) {
        return Chromium.open(new BrowserLook(390, look.scheme(), language));
    }

    /** Begun on one phone, sent from another by the link. */
    private void applyOnTwoPhones(BrowserLook look) {
        String call = id("SELECT id FROM education.internship_call WHERE title_en LIKE '%Colombia'");
        Page first = visit(look, "en-CA");
        first.navigate(browser.urlOf("/education/internship/apply/" + call));
        var pictures = new JourneyScreenshots(first, look, "education");
        pictures.checkAndSave("01-call");
        assertThat(first.locator("h1").textContent()).contains("Colombia");
        var hand = new UserEffortMeter(first);
        hand.type("[name=name]", "Zoé Tran");
        hand.type("[name=mail]", "zoe.tran@exemple.example");
        hand.press("label:has([name=consent])");
        clock.advance(READING);
        hand.press("main form.form button.main");
        first.waitForURL("**/education/internship/link/**");
        pictures.checkAndSave("02-begun");
        String link = first.url().replaceFirst("\\?.*", "");
        first.locator("textarea").first().fill("I am a steward in my hospital.");
        clock.advance(READING);
        first.locator("main form.form button:not([name])").first().click();
        first.locator(".notice.ok").waitFor();
        first.context().close();

        Page second = visit(look, "en-CA");
        second.navigate(link);
        assertThat(second.locator("textarea").first().inputValue()).contains("steward");
        for (int i = 1; i < second.locator("textarea").count(); i++) {
            second.locator("textarea").nth(i).fill("What I will share, and how I live with others.");
        }
        clock.advance(READING);
        second.locator("main form.form button[name=submit]").click();
        second.locator(".notice.ok").waitFor();
        new JourneyScreenshots(second, look, "education").checkAndSave("03-sent");
        hand.writeResult("application begun");
        second.context().close();
    }

    /** The cohort, one intern's own page, and the attestation once enough was told. */
    private void tellReturnActivityAndAttest(Page page, BrowserLook look, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/education/internship']");
        hand.press("main ul.rows a:has-text('Mexi')");
        hand.await("#host");
        pictures.checkAndSave("04-cohort");
        hand.press("main ul.rows a:has-text('Kévin')");
        hand.await("#activities");
        pictures.checkAndSave("05-intern");
        assertThat(page.locator("#training").textContent().replace('\u00a0', ' '))
                .containsPattern("60 h (sur|of) 60 h");

        Page phone = visit(look, look.language());
        phone.navigate(browser.urlOf("/education/internship/link/" + linkOf("Kévin McNeil-Bouchard")));
        new JourneyScreenshots(phone, look, "education").checkAndSave("06-phone");
        var intern = new UserEffortMeter(phone);
        intern.press("main details:last-of-type summary");
        intern.type("main details:last-of-type [name=title]", "Capsule à la radio communautaire");
        phone.locator("main details:last-of-type [name=kind]").first().check();
        intern.type("main details:last-of-type [name=on]", settings.today().toString());
        intern.type("main details:last-of-type [name=people]", "40");
        clock.advance(READING);
        intern.press("main details:last-of-type button.main");
        intern.await(".notice.ok");
        intern.writeResult("return activity told");
        phone.context().close();

        page.reload();
        hand.press("form[action$='/attest'] button");
        hand.await("main a[href$='/attestation.pdf']");
        pictures.checkAndSave("07-attested");
        hand.writeResult("intern attested");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(5);
    }

    /** A link as a letter carries it. */
    private String linkOf(String name) {
        Token token = Token.random();
        db.sql("""
                        INSERT INTO education.internship_link (id, application, token, made_at)
                        SELECT :id, id, :token, now() FROM education.internship_application WHERE name = :name
                        """)
                .param("id", UUID.randomUUID())
                .param("token", token.hash())
                .param("name", name)
                .update();
        return token.secret();
    }

    private static void handOutCopies(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/education/tool']");
        hand.press("main ul.rows a:has-text('serre')");
        hand.await("#people");
        pictures.checkAndSave("08-tool");
        hand.press("main a[href$='/hand-out']");
        hand.await("[name=copies]");
        pictures.checkAndSave("09-hand-out");
        hand.type("[name=copies]", "10");
        hand.press("main form.form button.main");
        hand.await(".notice.ok");
        hand.writeResult("copies handed out");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(6);
    }

    private static void openDossier(Page page, JourneyScreenshots pictures) {
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/directory/theme']");
        hand.press("main ul.rows a:has-text('Travail migrant')");
        page.locator("main h2").first().waitFor();
        pictures.checkAndSave("10-dossier");
        assertThat(page.locator("main a[href^='/outreach/exhibition/']").count())
                .as("the exhibition whose photograph shows a greenhouse")
                .isPositive();
        assertThat(page.locator("main a[href^='/education/workshop/']").count()).isPositive();
    }

    /** A photograph after the other by the keyboard, in Spanish; one is withdrawn, and gone at once. */
    private void browseExhibition(Page page, BrowserLook look, JourneyScreenshots staff) {
        String exhibition = id("SELECT id FROM outreach.exhibition");
        Page visitor = visit(look, "es-MX");
        var pictures = new JourneyScreenshots(visitor, look, "education");
        for (String address : List.of("/public/tools", "/public/workshops", "/public/exhibition/" + exhibition)) {
            visitor.navigate(browser.urlOf(address));
            pictures.checkAndSave("11" + address.replace('/', '-').replace(exhibition, "all"));
        }
        visitor.locator("main a.main").first().focus();
        visitor.keyboard().press("Enter");
        visitor.locator("a[rel=next]").waitFor();
        pictures.checkAndSave("12-photograph");
        visitor.locator("a[rel=next]").focus();
        visitor.keyboard().press("Enter");
        visitor.waitForURL("**/2?in=es");
        page.navigate(browser.urlOf("/outreach/exhibition/" + exhibition + "/pictures"));
        staff.checkAndSave("13-photographs");
        page.locator("form[action$='/withdraw'] button").nth(1).click();
        page.locator(".notice.ok").waitFor();
        Response gone = Objects.requireNonNull(visitor.reload());
        assertThat(gone.status()).isEqualTo(410);
        pictures.checkAndSave("14-gone");
        visitor.context().close();
    }
}
