package org.convergence.directory.people;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small network in the directory, and a user in a browser. */
abstract class DirectoryInBrowserFixture {

    static final BrowserLook DESK = new BrowserLook(1280, ColorScheme.LIGHT, "fr-CA");
    static final BrowserLook PHONE = new BrowserLook(390, ColorScheme.LIGHT, "fr-CA");

    static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    TestUsers visitors;

    @Autowired
    OrganisationService organisations;

    @Autowired
    PersonService persons;

    @Autowired
    AffiliationService network;

    @Autowired
    AppointmentService appointments;

    @Autowired
    JobTestRunner queued;

    @Autowired
    JdbcClient db;

    String union = "";
    String ana = "";

    @BeforeEach
    void aSmallNetwork() throws Exception {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM directory.people_affiliation").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM directory.people_organisation").update();
        OrganisationId central =
                organisation("Centrale ouvrière du Saint-Laurent", "COSL", OrganisationKind.UNION_CENTRAL, "QC-06");
        OrganisationId council =
                organisation("Conseil régional de la Mauricie", "CRM", OrganisationKind.REGIONAL_COUNCIL, "QC-04");
        OrganisationId local = organisation(
                "Syndicat des travailleuses et travailleurs du textile de Shawinigan",
                "STTTS",
                OrganisationKind.LOCAL_UNION,
                "QC-04");
        organisation("Cégep du Vieux-Port", null, OrganisationKind.SCHOOL, "QC-03");
        organisation("Red de Mujeres del Bajío", null, OrganisationKind.PARTNER_ABROAD, "MX");
        act(() -> network.affiliate(council, central, AffiliationNature.AFFILIATED, Period.ALWAYS));
        act(() -> network.affiliate(
                local, council, AffiliationNature.AFFILIATED, new Period(java.time.LocalDate.of(2011, 5, 1), null)));
        act(() -> network.affiliate(
                local,
                central,
                AffiliationNature.AFFILIATED,
                new Period(java.time.LocalDate.of(1988, 5, 1), java.time.LocalDate.of(2010, 4, 30))));
        PersonId person = act(() -> persons.create(new PersonFacts(
                "Ana",
                "Ruiz",
                null,
                "elle",
                List.of("fr", "es"),
                List.of(
                        new ContactPoint(
                                ContactPoint.ContactChannel.MAIL,
                                ContactPoint.ContactSphere.PROFESSIONAL,
                                "ana.ruiz@sttts.example",
                                null),
                        new ContactPoint(
                                ContactPoint.ContactChannel.PHONE,
                                ContactPoint.ContactSphere.PERSONAL,
                                "819 555-0123",
                                "cellulaire")),
                null)));
        act(() -> appointments.appoint(
                person, local, "Présidente", new Period(java.time.LocalDate.of(2022, 9, 1), null)));
        act(() -> appointments.appoint(
                person,
                local,
                "Secrétaire",
                new Period(java.time.LocalDate.of(2019, 9, 1), java.time.LocalDate.of(2022, 8, 31))));
        union = "/directory/people/organisations/" + local.value();
        ana = "/directory/people/persons/" + person.value();
    }

    OrganisationId organisation(
            String name, @org.jspecify.annotations.Nullable String shortName, OrganisationKind kind, String place)
            throws Exception {
        return act(() -> organisations.create(new OrganisationFacts(
                name,
                shortName,
                List.of(),
                kind,
                place,
                "https://www.exemple.example",
                List.of(new ContactPoint(
                        ContactPoint.ContactChannel.MAIL,
                        ContactPoint.ContactSphere.PROFESSIONAL,
                        "bonjour@exemple.example",
                        null)),
                null)));
    }

    /** Signs in once in each language: the session's cookies open the other windows. */
    Page signedIn(BrowserLook look) {
        Page page = Chromium.open(look);
        List<Cookie> session = SESSIONS.get(look.language());
        if (session == null) {
            String link = visitors.createSignInLink("Camille", look.language() + "@exemple.org", Role.COORDINATOR);
            page.navigate(address("/sign-in/" + link));
            page.locator("main button[type=submit]").first().click();
            page.waitForURL(url -> !url.contains("sign-in"));
            if (look.language().startsWith("en")) {
                page.navigate(address("/directory/people/organisations/print"));
                if (look.width() < 761) {
                    page.locator(".menu-opener").click();
                }
                page.locator("button[value=en]").click();
                page.locator("html[lang^=en]").waitFor();
            }
            SESSIONS.put(look.language(), page.context().cookies());
        } else {
            page.context().addCookies(session);
        }
        return page;
    }

    static void shoot(Page page, BrowserLook look, String name) {
        String folder = System.getProperty("convergence.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            folder,
                            name.replaceAll("[^a-z0-9]+", "-") + "-" + look.width() + "-" + look.scheme() + "-"
                                    + look.language() + ".png")));
        }
    }

    static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work::call);
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    @AfterAll
    static void theNextTestsHaveAnotherDatabase() {
        SESSIONS.clear();
    }
}
