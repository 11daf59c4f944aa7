package org.convergence.resources.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Headcounts are asked for, a union answers in Spanish on a telephone, silent members are reminded, and the delegations
 * for the assembly are exported.
 */
@JourneyTest
class MembersJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private DeclarationFixture members;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void membersAreAskedAnswerAndComeToTheAssembly(BrowserLook look) throws Exception {
        members.clear();
        db.sql("DELETE FROM resources.delegation_bylaw").update();
        OrganisationId maize = members.addMember("Sindicato del Maíz", "maiz@exemple.org", "es");
        OrganisationId birch = members.addMember("Syndicat du Bouleau", "bouleau@exemple.org", null);
        members.addMember("Section sans adresse", null, null);
        members.declareHeadcount(birch, 380, settings.today().minusYears(1));
        Page page = traveller.signIn(look, Role.COORDINATOR);
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "members");
        traveller.openAndCheck(page, "/resources/declaration");
        String round = asked(page, pictures);
        answeredOnATelephone(look, page, members.findLink(maize));
        remindedAndConfirmed(page, pictures, round);
        traveller.openAndCheck(page, "/directory/people/organisations/" + maize.value());
        pictures.save("organisation");
        traveller.openAndCheck(page, "/resources/membership/contacts/" + maize.value());
        traveller.openAndCheck(page, "/resources/membership");
        delegated(page, pictures);
        page.context().close();
    }

    private String asked(Page page, JourneyScreenshots pictures) {
        traveller.openAndCheck(page, "/resources/declaration/new");
        page.locator("[name=remindsOn]").fill(settings.today().minusDays(1).toString());
        page.locator("main form button.main").click();
        pictures.checkAndSave("round-refused");
        assertThat(page.locator(".error").count()).isPositive();
        page.locator("[name=remindsOn]").fill(settings.today().plusDays(14).toString());
        page.locator("main form button.main").click();
        page.waitForURL("**/resources/declaration/*-*");
        String round = page.url();
        pictures.checkAndSave("round-to-approve");
        page.locator("main a[href$='/approve']").click();
        pictures.checkAndSave("round-who-is-asked");
        page.locator("form[action$='/approve'] button").click();
        page.locator("#notices .notice").waitFor();
        pictures.checkAndSave("round-asked");
        traveller.openAndCheck(page, round.substring(round.indexOf("/resources")) + "/delivered");
        pictures.checkAndSave("round-delivered");
        page.navigate(round);
        return round;
    }

    /** In a browser without a session or scripts. */
    private void answeredOnATelephone(BrowserLook look, Page page, String link) {
        BrowserLook telephone = new BrowserLook(390, look.scheme(), "es-MX");
        Page read = Chromium.open(telephone);
        traveller.openAndCheck(read, link);
        new JourneyScreenshots(read, telephone, "members").save("answer");
        read.context().close();
        Browser browser = page.context().browser();
        try (var plain = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(390, 844))) {
            Page hers = plain.newPage();
            hers.navigate(traveller.urlOf(link));
            hers.locator("[name=number]").fill("environ 400");
            hers.locator("[name=saidBy]").fill("La tesorería");
            hers.locator("main form button.main").click();
            assertThat(hers.locator("[name=number]").inputValue()).isEqualTo("environ 400");
            hers.locator("[name=number]").fill("1 234");
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                hers.locator("main form button.main").click();
                return hers.locator("main [role=status]").count() > 0;
            });
            assertThat(hers.locator("main [role=status]").textContent()).contains("Declaró 1,234 personas");
        }
    }

    private void remindedAndConfirmed(Page page, JourneyScreenshots pictures, String round) {
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '5 days'")
                .update();
        members.markLettersSent(5);
        page.navigate(round);
        assertThat(page.locator("main").textContent()).containsPattern("1.234");
        page.locator("main a[href$='/remind']").click();
        page.locator("form[action$='/remind'] button").click();
        page.locator("#notices .notice").waitFor();
        assertThat(members.findLetters("bouleau@exemple.org")).hasSize(2);
        assertThat(members.findLetters("maiz@exemple.org")).hasSize(1);
        page.locator("form[action*='/confirm/'] button").click();
        page.locator("#notices .notice").waitFor();
        pictures.checkAndSave("round-answered");
    }

    private void delegated(Page page, JourneyScreenshots pictures) throws Exception {
        traveller.openAndCheck(page, "/resources/delegation");
        traveller.openAndCheck(page, "/resources/delegation/bylaws");
        page.locator("main a[href*='/bylaws/of/']").first().click();
        LocalDate since = LocalDate.of(2024, 6, 17);
        page.locator("[name=since]").fill(since.toString());
        line(page, 0, "1", "500", "1");
        line(page, 1, "601", "", "3");
        page.locator("[name=body]").fill("AGA");
        page.locator("[name=date]").fill(since.toString());
        page.locator("main form button.main").click();
        pictures.checkAndSave("table-with-a-hole");
        assertThat(page.locator(".error").first().textContent()).contains("501", "600");
        page.locator("[name=from]").nth(1).fill("501");
        page.locator("main form button.main").click();
        page.waitForURL("**/resources/delegation/bylaws");
        pictures.checkAndSave("tables");
        traveller.openAndCheck(page, "/resources/delegation");
        pictures.save("delegations");
        Download file = page.waitForDownload(
                () -> page.locator("main a[href*='export.csv']").click());
        assertThat(Files.readString(file.path())).contains("Sindicato del Maíz", "1234");
        page.locator("main a[href*='/suspensions/of/']").first().click();
        Chromium.assertSound(page);
        traveller.openAndCheck(page, "/resources/prospect");
        traveller.openAndCheck(page, "/resources/prospect/new");
    }

    private static void line(Page page, int place, String from, String to, String many) {
        page.locator("[name=from]").nth(place).fill(from);
        page.locator("[name=to]").nth(place).fill(to);
        page.locator("[name=delegates]").nth(place).fill(many);
        page.locator("[name=votes]").nth(place).fill(many);
    }
}
