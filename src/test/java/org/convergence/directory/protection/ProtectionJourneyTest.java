package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.Chromium.Look;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pictures;
import org.convergence.testing.Traveller;
import org.convergence.testing.Visitors;
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
    private Traveller traveller;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void sheIsProtectedFromTheStart(Look look) {
        visitors.anOrganisation();
        String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "illa";
        Page page = traveller.signIn(look, Role.COORDINATOR);
        var pictures = new Pictures(page, look, "protection");
        traveller.visit(page, "/directory/protection");
        pictures.draw("01-list");
        traveller.visit(page, "/directory/protection/settings");
        pictures.draw("02-settings");
        traveller.visit(page, "/directory/protection/reviews");
        pictures.draw("03-reviews");
        traveller.visit(page, "/directory/protection/mine");
        pictures.draw("04-mine");
        traveller.visit(page, "/directory/protection/new");
        String codeName = page.locator("input[name=codeName]").inputValue();
        assertThat(codeName).matches("\\p{L}[\\p{L}\\p{N}-]{2,29}");
        send(page);
        pictures.take("05-no-name");
        assertThat(page.locator(".error").count()).as("she has no name yet").isPositive();
        page.locator("input[name=givenName]").fill("Yesenia");
        page.locator("input[name=familyName]").fill(family);
        page.locator("input[name=mails]").fill("yesenia@" + family.toLowerCase(java.util.Locale.ROOT) + ".org");
        send(page);
        page.waitForURL(url -> url.contains("/directory/protection/persons/"));
        pictures.take("06-sealed");
        assertThat(page.locator("h1").textContent()).isEqualTo(codeName);
        assertThat(page.locator("main").textContent()).doesNotContain(family);
        String hers = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");

        page.locator("textarea[name=reason]").fill("Préparer son visa");
        page.locator("form[action$='/open'] button[type=submit]").click();
        page.waitForSelector("h1:has-text('" + family + "')");
        pictures.take("07-open");

        traveller.visit(page, hers + "/consents/new");
        pictures.draw("08-consent");
        page.locator("input[name=use][value=PARTNERS]").check();
        page.locator("input[name=given_by][value=HERSELF]").check();
        page.locator("input[name=how]").fill("Appel vidéo");
        page.locator("input[name=until]")
                .fill(java.time.LocalDate.now(java.time.ZoneId.of("America/Toronto"))
                        .plusMonths(3)
                        .toString());
        send(page);
        page.waitForURL(url -> url.contains(hers));
        pictures.take("09-consented");
        traveller.visit(page, hers + "/seen");
        pictures.draw("10-seen");
        traveller.visit(page, hers.replace("/protection/", "/people/"));
        pictures.draw("11-directory");
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
