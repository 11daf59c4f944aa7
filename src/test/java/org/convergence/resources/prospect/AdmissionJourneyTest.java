package org.convergence.resources.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.ProspectService;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Journey 5: a prospect is called, admitted by the board, found among the members, and leaves by a decision. */
@JourneyTest
class AdmissionJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private CategoryService categories;

    @Autowired
    private ProspectService prospects;

    @Autowired
    private OrganisationSettings settings;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void approachesAdmitsAndEndsAMember(BrowserLook look) {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "admission");
        String name = "Syndicat du Bouleau " + UUID.randomUUID().toString().substring(0, 6);
        String prospect = approached(name);
        page.navigate(traveller.urlOf("/resources/prospect"));
        pictures.checkAndSave("01-prospects");
        traveller.openAndCheck(page, prospect);
        page.locator("input[name=subject]").fill("Appel à la présidence");
        page.locator("main form button[type=submit]").first().click();
        page.locator("#notices .notice").waitFor();
        pictures.checkAndSave("02-prospect");

        page.locator("a[href^='/resources/membership/new?organisation=']").click();
        page.locator("input[name=since]").waitFor();
        page.locator("main form button[type=submit]").first().click();
        page.locator(".notice.bad").waitFor();
        pictures.checkAndSave("03-not-yet");
        page.locator("select[name=category]")
                .selectOption(page.locator("select[name=category] option:has-text('Syndicats de l’Est')")
                        .last()
                        .getAttribute("value"));
        page.locator("input[name=since]").fill("2026-09-15");
        page.locator("input[name=body]").fill("CA");
        page.locator("input[name=date]").fill("2026-09-14");
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL("**/directory/people/organisations/*");
        pictures.checkAndSave("04-member");
        String member = page.url();

        traveller.openAndCheck(page, prospect + "/outcome");
        page.locator("main label:has-text('" + (look.language().startsWith("fr") ? "Admis" : "Admitted") + "')")
                .first()
                .click();
        page.locator("main form button[type=submit]").first().click();
        page.locator("#notices .notice").waitFor();
        traveller.openAndCheck(page, "/resources/membership?name=" + name.replace(" ", "+"));
        assertThat(page.locator("main").textContent()).contains(name);
        pictures.checkAndSave("05-members");

        page.navigate(member);
        page.locator("a[href^='/resources/membership/'][href$='/end']").click();
        page.locator("input[name=until]").fill("2026-10-31");
        page.locator("textarea[name=reason]").fill("Fusion avec une autre section.");
        page.locator("input[name=body]").fill("CA");
        page.locator("input[name=date]").fill("2026-10-19");
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(member);
        assertThat(page.locator("main").textContent()).contains("Fusion avec une autre section.");
        pictures.checkAndSave("06-left");
        page.context().close();
    }

    private String approached(String name) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            String code = "E" + Math.abs(UUID.randomUUID().hashCode() % 100_000_000);
            categories.add(
                    new CategoryFacts(code, "Syndicats de l’Est", MemberKind.ORGANISATION, null, null, null, null));
            OrganisationId union = people.findOrCreateOrganisation(name);
            return "/resources/prospect/"
                    + prospects
                            .add(
                                    union,
                                    null,
                                    NextStep.of(
                                            "Appeler la présidence",
                                            settings.today().plusDays(3)))
                            .value();
        });
    }
}
