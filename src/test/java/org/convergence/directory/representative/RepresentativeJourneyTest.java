package org.convergence.directory.representative;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Journey 10, second half: a link is created, a representative sends corrections, the team decides field by field. */
@JourneyTest
class RepresentativeJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private RepresentativeFixture represented;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void teamAcceptsCorrectionsByRepresentativesLink(BrowserLook look) {
        Page page = traveller.signIn(look, Role.STAFF);
        represented.clear();
        OrganisationId maple = represented.organisation("Syndicat des travailleuses et travailleurs de l’Érable");
        represented.holds("Ana", "Morales", "Trésorière", maple);
        represented.holds(
                "Jean-Baptiste", "Archambault-Tremblay", "Responsable de la solidarité internationale", maple);
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "representative");

        page.navigate(traveller.urlOf("/directory/representative/of/" + maple.value()));
        pictures.checkAndSave("no-link");
        page.locator("main form[action$='/link'] button").click();
        String link = page.locator("#f-link").inputValue();
        pictures.checkAndSave("made");

        page.navigate(traveller.urlOf(link.replaceFirst("^https?://[^/]+", "")));
        pictures.checkAndSave("page");
        page.locator("main input[value='Trésorière']").fill("Secrétaire-trésorière");
        page.locator("main input[type=email]").first().fill("pas une adresse");
        // No person reads and answers faster.
        page.waitForTimeout(2_200);
        page.locator("main form button.main").click();
        page.locator("main .notice.bad").waitFor();
        pictures.checkAndSave("wrong");
        page.locator("main input[type=email]").first().fill("tresorerie@exemple.org");
        page.locator("main textarea").fill("Line Roy, responsable de l’éducation, remplace Paul Huot.");
        page.locator("main form button.main").click();
        page.locator("main .notice.ok").waitFor();
        pictures.checkAndSave("proposed");
        page.locator("header nav a[hreflang=es]").click();
        pictures.checkAndSave("spanish");

        page.navigate(traveller.urlOf("/directory/representative"));
        pictures.checkAndSave("queue");
        page.locator("main form[action$='/accept'] button").first().click();
        page.locator(".notice.ok").waitFor();
        page.navigate(traveller.urlOf("/directory/people/organisations/" + maple.value()));
        pictures.checkAndSave("organisation");
        page.navigate(traveller.urlOf("/representative/" + "x".repeat(43)));
        pictures.checkAndSave("gone");
        assertThat(page.locator("h1").count()).isEqualTo(1);
        page.context().close();
    }
}
