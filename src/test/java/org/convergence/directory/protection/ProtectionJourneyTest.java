package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A partner at risk is entered under a code name, opened with a reason, and agrees to be named to partners for a while.
 */
@JourneyTest
class ProtectionJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void protectsPersonFromTheStart(BrowserLook look) {
        visitors.ensureOrganisation();
        String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "illa";
        Page page = traveller.signIn(look, Role.COORDINATOR);
        var pictures = new JourneyScreenshots(page, look, "protection");
        traveller.openAndCheck(page, "/directory/protection");
        pictures.save("01-list");
        traveller.openAndCheck(page, "/directory/protection/settings");
        pictures.save("02-settings");
        traveller.openAndCheck(page, "/directory/protection/reviews");
        pictures.save("03-reviews");
        traveller.openAndCheck(page, "/directory/protection/mine");
        pictures.save("04-mine");
        traveller.openAndCheck(page, "/directory/protection/new");
        String codeName = page.locator("input[name=codeName]").inputValue();
        assertThat(codeName).matches("\\p{L}[\\p{L}\\p{N}-]{2,29}");
        send(page);
        pictures.checkAndSave("05-no-name");
        assertThat(page.locator(".error").count())
                .as("the person has no name yet")
                .isPositive();
        page.locator("input[name=givenName]").fill("Yesenia");
        page.locator("input[name=familyName]").fill(family);
        page.locator("input[name=mails]").fill("yesenia@" + family.toLowerCase(java.util.Locale.ROOT) + ".org");
        send(page);
        page.waitForURL(url -> url.contains("/directory/protection/persons/"));
        pictures.checkAndSave("06-sealed");
        assertThat(page.locator("h1").textContent()).isEqualTo(codeName);
        assertThat(page.locator("main").textContent()).doesNotContain(family);
        String hers = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");

        page.locator("textarea[name=reason]").fill("Préparer son visa");
        page.locator("form[action$='/open'] button[type=submit]").click();
        page.waitForSelector("h1:has-text('" + family + "')");
        pictures.checkAndSave("07-open");

        traveller.openAndCheck(page, hers + "/consents/new");
        pictures.save("08-consent");
        page.locator("input[name=use][value=PARTNERS]").check();
        page.locator("input[name=given_by][value=HERSELF]").check();
        page.locator("input[name=how]").fill("Appel vidéo");
        page.locator("input[name=until]")
                .fill(java.time.LocalDate.now(java.time.ZoneId.of("America/Toronto"))
                        .plusMonths(3)
                        .toString());
        send(page);
        page.waitForURL(url -> url.contains(hers));
        pictures.checkAndSave("09-consented");
        traveller.openAndCheck(page, hers + "/seen");
        pictures.save("10-seen");
        traveller.openAndCheck(page, hers.replace("/protection/", "/people/"));
        pictures.save("11-directory");
        assertThat(page.locator("main").textContent()).contains(codeName).doesNotContain(family);
        assertThat(db.sql("SELECT count(*) FROM directory.people_person WHERE family_name = ?")
                        .param(family)
                        .query(Long.class)
                        .single())
                .isZero();
        page.context().close();
    }

    private static void send(Page page) {
        page.locator("main form:not(.filters) button.main[type=submit]").first().click();
    }
}
