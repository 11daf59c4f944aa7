package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.Network;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.Look;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory, as a person meets it: by eye, by keyboard, on a phone, with assistive technology. */
@ModuleTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DirectoryInBrowserTest {

    private static final Look DESK = new Look(1280, ColorScheme.LIGHT, "fr-CA");
    private static final Look PHONE = new Look(390, ColorScheme.LIGHT, "fr-CA");

    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Visitors visitors;

    @Autowired
    private OrganisationRegister organisations;

    @Autowired
    private PersonRegister persons;

    @Autowired
    private Network network;

    @Autowired
    private Appointments appointments;

    @Autowired
    private QueuedJobs queued;

    @Autowired
    private JdbcClient db;

    private String union = "";
    private String ana = "";

    @BeforeEach
    void aSmallNetwork() throws Exception {
        visitors.anOrganisation();
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
        PersonId person = act(() -> persons.add(new PersonFacts(
                "Ana",
                "Ruiz",
                null,
                "elle",
                List.of("fr", "es"),
                List.of(
                        new ContactPoint(
                                ContactPoint.Channel.MAIL,
                                ContactPoint.Sphere.PROFESSIONAL,
                                "ana.ruiz@sttts.example",
                                null),
                        new ContactPoint(
                                ContactPoint.Channel.PHONE,
                                ContactPoint.Sphere.PERSONAL,
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

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void everyPageIsSound(Look look) {
        Page page = signedIn(look);
        for (String path : List.of(
                "/directory/people/organisations",
                "/directory/people/organisations?q=rien du tout",
                "/directory/people/organisations/new",
                "/directory/people/organisations/print",
                union,
                union + "/edit",
                union + "/affiliations/new",
                union + "/functions/new",
                union + "/remove",
                "/directory/people/persons",
                "/directory/people/persons/new",
                ana,
                ana + "/edit",
                ana + "/functions/new")) {
            page.navigate(address(path));
            Chromium.assertSound(page);
            shoot(page, look, path.replace(union, "union").replace(ana, "ana"));
        }
    }

    @Test
    void organisationsAreChosenByKeyboardAlone() {
        Page page = signedIn(DESK);
        page.navigate(address(union + "/affiliations/new"));
        page.locator("[data-typed]").focus();
        page.keyboard().type("cegpe");
        page.locator("[role=option]").first().waitFor();
        Chromium.assertSound(page);
        shoot(page, DESK, "choosing");
        page.keyboard().press("Escape");
        assertThat(page.locator("[role=option]").count()).isZero();
        page.keyboard().press("Backspace");
        page.locator("[role=option]").first().waitFor();
        page.keyboard().press("Enter");
        assertThat(page.locator(".chooser .chip:has(input:checked)").textContent())
                .contains("Cégep du Vieux-Port");
        page.keyboard().type("Réseau nouveau");
        page.locator("[data-new]").waitFor();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chooser .chip:has(input:checked)").count()).isEqualTo(2);
        Chromium.assertSound(page);
        shoot(page, DESK, "chosen");
        page.locator("[name=parents]").first().focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".chooser .chip:has(input:checked)").count()).isEqualTo(1);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**" + union);
        assertThat(page.locator("main").textContent())
                .contains("Réseau nouveau")
                .doesNotContain("Cégep du Vieux-Port");
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aListIsBroughtInAndTakenBack(Look look) {
        Page page = signedIn(look);
        page.navigate(address("/directory/people/imports"));
        Chromium.assertSound(page);
        shoot(page, look, "imports");
        page.locator("[name=file]")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "membres.csv", "text/csv", """
                        Nom;Sigle;Type;Région;Courriel;Affiliation;Remarque interne
                        Syndicat des postières et postiers;SPP;Syndicat;Laval;bonjour@spp.example;COSL;à rappeler
                        Cégep du Vieux-Port;CVP;Cégep;Capitale-Nationale;pas un courriel;;
                        ;;Comité;;;;
                        Table des aînées;;Table;Estrie;;Réseau nouveau;
                        """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator("main button[type=submit]").first().click();
        page.locator("#lines").waitFor();
        Chromium.assertSound(page);
        shoot(page, look, "import-preview");
        page.locator("form[action$='/run'] button").click();
        page.locator("progress").waitFor();
        Chromium.assertSound(page);
        shoot(page, look, "import-work");
        queued.runAll();
        page.locator("form[action$='/undo'] button").waitFor();
        Chromium.assertSound(page);
        shoot(page, look, "import-report");
        page.locator("form[action$='/undo'] button").click();
        page.locator("progress").waitFor();
        queued.runAll();
        page.locator("progress")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        Chromium.assertSound(page);
        shoot(page, look, "import-undone");
        assertThat(db.sql("SELECT count(*) FROM directory.people_organisation")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void aSingleChoiceReplacesTheOneBefore() {
        Page page = signedIn(PHONE);
        page.navigate(address(ana + "/functions/new"));
        for (String name : List.of("cegep", "red de")) {
            page.locator("[data-typed]").fill(name);
            page.locator("[role=option]").first().click();
        }
        assertThat(page.locator(".chooser .chip:has(input:checked)").textContent())
                .contains("Red de Mujeres");
        shoot(page, PHONE, "single");
    }

    @Test
    void aNameIsMatchedWhenTheFormIsSentWithoutScript() {
        Page page = signedIn(PHONE);
        page.route("**/*.js", route -> route.abort());
        page.navigate(address(union + "/affiliations/new"));
        page.locator("[data-typed]").fill("Cegep du Vieu-Port");
        page.locator("main button[type=submit]").first().click();
        Chromium.assertSound(page);
        shoot(page, PHONE, "unknown");
        page.locator(".chooser .chip")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Cégep du Vieux-Port"))
                .click();
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**" + union);
        assertThat(page.locator("main").textContent()).contains("Cégep du Vieux-Port");
    }

    @Test
    void theListIsFilteredWhileOneTypes() {
        Page page = signedIn(DESK);
        page.navigate(address("/directory/people/organisations"));
        page.locator("main [name=q]").focus();
        page.keyboard().type("mauri");
        page.locator("#list tbody tr")
                .nth(1)
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.locator("#list tbody").textContent()).contains("Conseil régional");
        assertThat(page.url()).contains("q=mauri");
    }

    private OrganisationId organisation(
            String name, @org.jspecify.annotations.Nullable String shortName, OrganisationKind kind, String place)
            throws Exception {
        return act(() -> organisations.add(new OrganisationFacts(
                name,
                shortName,
                List.of(),
                kind,
                place,
                "https://www.exemple.example",
                List.of(new ContactPoint(
                        ContactPoint.Channel.MAIL, ContactPoint.Sphere.PROFESSIONAL, "bonjour@exemple.example", null)),
                null)));
    }

    /** Signs in once in each language: the session's cookies open the other windows. */
    private Page signedIn(Look look) {
        Page page = Chromium.open(look);
        List<Cookie> session = SESSIONS.get(look.language());
        if (session == null) {
            String link = visitors.link("Camille", look.language() + "@exemple.org", Role.COORDINATOR);
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

    private static void shoot(Page page, Look look, String name) {
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

    private static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
