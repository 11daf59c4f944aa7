package org.convergence.directory.representative;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.testing.Chromium.Look;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pictures;
import org.convergence.testing.Traveller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Journey 10, second half: a link is created, a representative sends corrections, the team decides field by field. */
@JourneyTest
@Import(Represented.class)
class RepresentativeJourneyTest {

    @Autowired
    private Traveller traveller;

    @Autowired
    private Represented represented;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aRepresentativeCorrectsByALinkWhatTheTeamThenAccepts(Look look) {
        Page page = traveller.signIn(look, Role.STAFF);
        represented.clear();
        OrganisationId maple = represented.organisation("Syndicat des travailleuses et travailleurs de l’Érable");
        represented.holds("Ana", "Morales", "Trésorière", maple);
        represented.holds(
                "Jean-Baptiste", "Archambault-Tremblay", "Responsable de la solidarité internationale", maple);
        Pictures pictures = new Pictures(page, look, "representative");

        page.navigate(traveller.address("/directory/representative/of/" + maple.value()));
        pictures.take("no-link");
        page.locator("main form[action$='/link'] button").click();
        String link = page.locator("#f-link").inputValue();
        pictures.take("made");

        page.navigate(traveller.address(link.replaceFirst("^https?://[^/]+", "")));
        pictures.take("page");
        page.locator("main input[value='Trésorière']").fill("Secrétaire-trésorière");
        page.locator("main input[type=email]").first().fill("pas une adresse");
        // No person reads and answers faster.
        page.waitForTimeout(2_200);
        page.locator("main form button.main").click();
        page.locator("main .notice.bad").waitFor();
        pictures.take("wrong");
        page.locator("main input[type=email]").first().fill("tresorerie@exemple.org");
        page.locator("main textarea").fill("Line Roy, responsable de l’éducation, remplace Paul Huot.");
        page.locator("main form button.main").click();
        page.locator("main .notice.ok").waitFor();
        pictures.take("proposed");
        page.locator("header nav a[hreflang=es]").click();
        pictures.take("spanish");

        page.navigate(traveller.address("/directory/representative"));
        pictures.take("queue");
        page.locator("main form[action$='/accept'] button").first().click();
        page.locator(".notice.ok").waitFor();
        page.navigate(traveller.address("/directory/people/organisations/" + maple.value()));
        pictures.take("organisation");
        page.navigate(traveller.address("/representative/" + "x".repeat(43)));
        pictures.take("gone");
        assertThat(page.locator("h1").count()).isEqualTo(1);
        page.context().close();
    }
}
