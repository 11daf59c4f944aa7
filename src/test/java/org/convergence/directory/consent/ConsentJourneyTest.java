package org.convergence.directory.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An express consent is recorded from paper, a link is handed over, and its reader unsubscribes without an account. */
@JourneyTest
class ConsentJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private ConsentChecker consents;

    @Autowired
    private OrganisationSettings settings;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void recordsConsentAndWithdrawalByLink(BrowserLook look) {
        visitors.ensureOrganisation();
        ConsentFixture reached = new ConsentFixture(persons, visitors);
        PersonId ana = reached.someone("Ana", "Morales", UUID.randomUUID() + "@exemple.org");
        Page page = traveller.signIn(look, Role.COORDINATOR);
        String url = "/directory/consent/persons/" + ana.value();
        for (String path : List.of(
                "/directory/consent",
                "/directory/consent?channel=TEXT",
                "/directory/consent/settings",
                "/directory/consent/privacy",
                "/directory/consent/privacy/requests/new",
                "/directory/consent/privacy/incidents/new",
                url,
                url + "/basis",
                url + "/withdraw",
                url + "/yes")) {
            traveller.openAndCheck(page, path);
        }
        page.locator("input[name=purpose][value=NEWS]").check();
        page.locator("textarea[name=wording]").fill("Oui à l’infolettre.");
        page.locator("input[name=wording-version]").fill("");
        page.locator("main form button[type=submit]").click();
        Chromium.assertSound(page);
        assertThat(page.locator(".error").count()).as("the version is missing").isPositive();
        assertThat(page.locator("textarea[name=wording]").inputValue()).isEqualTo("Oui à l’infolettre.");
        page.locator("input[name=wording-version]").fill("carte 1");
        page.locator("main form button[type=submit]").click();
        page.waitForURL(traveller.urlOf(url));
        Chromium.assertSound(page);
        traveller.openAndCheck(page, "/directory/people/persons/" + ana.value());
        assertThat(may(reached, ana)).isTrue();
        page.navigate(traveller.urlOf(url + "/link"));
        page.locator("main form button[type=submit]").click();
        String link = page.locator("#f-link").inputValue();
        Chromium.assertSound(page);
        stops(look, page, link.substring(link.indexOf(PreferenceLinkIssuer.PATH)));
        assertThat(may(reached, ana)).isFalse();
        page.context().close();
    }

    /** In a window without session or script. */
    private void stops(BrowserLook look, Page page, String link) {
        Page read = Chromium.open(look);
        for (String language : List.of("fr", "en", "es")) {
            traveller.openAndCheck(read, link + "?in=" + language);
        }
        read.context().close();
        Browser browser = page.context().browser();
        try (var plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page hers = plain.newPage();
            hers.navigate(traveller.urlOf(link + "?in=es"));
            hers.locator("button[name=stop]").click();
            assertThat(hers.locator("main [role=status]").textContent()).contains("ya no recibirá");
        }
    }

    private boolean may(ConsentFixture reached, PersonId person) {
        LocalDate today = settings.today();
        return reached.as(
                        Role.STAFF, () -> consents.mayWrite(List.of(person), ConsentChannel.MAIL, Purpose.NEWS, today))
                .values()
                .iterator()
                .next()
                .allowed();
    }
}
