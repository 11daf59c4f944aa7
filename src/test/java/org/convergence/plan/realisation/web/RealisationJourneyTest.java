package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.Realisations;
import org.convergence.plan.realisation.RecordRealisation;
import org.convergence.plan.realisation.Telling;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.platform.settings.OrganisationSettings;
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

/** What was done, recorded and found again in a real browser. */
@ModuleTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RealisationJourneyTest {

    private static final Look PHONE = new Look(390, ColorScheme.LIGHT, "fr-CA");

    /** A slow typist on a phone. */
    private static final Duration EACH_KEY = Duration.ofMillis(400);

    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ground ground;

    @Autowired
    private Realisations realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private QueuedJobs jobs;

    private ActionId workshops = new ActionId(new UUID(0, 0));

    @BeforeEach
    void aPlanUnderWay() throws Exception {
        visitors.anOrganisation();
        ground.clear();
        CurrentActor.callAs(Ground.COORDINATOR, () -> {
            PlanId plan = ground.plan("Plan d’action 2026-2027");
            workshops = ground.action(
                    plan,
                    ground.means(plan, "1.2", "Ateliers sur la solidarité"),
                    "Offrir, sur demande, des ateliers sur l’industrie du textile dans les cégeps.");
            ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Prendre part aux tables de concertation.");
            LocalDate today = settings.today();
            realisations.record(RecordRealisation.byHand(
                    Ground.with(
                            Ground.workshop("Atelier sur le textile", today.minusDays(20)),
                            new Participations(10, 8, 1, 5, 4),
                            ground.organisations("Cégep du Vieux-Port", "Comité jeunes")),
                    Amounts.UNKNOWN,
                    Telling.serving(Set.of(workshops)),
                    today));
            return realisations.record(new RecordRealisation(
                    RealisationState.PLANNED,
                    Ground.workshop("Concertation régionale", today.minusDays(1)),
                    Amounts.UNKNOWN,
                    Telling.NOTHING,
                    null));
        });
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void whatWasDoneIsRecordedCorrectedFoundAndTakenBack(Look look) {
        Page page = signedIn(look);
        sound(page, "/");
        page.locator("main .acts a").first().click();
        page.waitForURL("**/done?from=/");
        sound(page);
        save(page);
        page.waitForURL(address("/"));
        assertThat(page.locator(".notice.ok").count()).isEqualTo(1);

        sound(page, "/plan/realisation/new");
        page.locator("#f-title").fill("Atelier sur l’industrie du textile au cégep");
        page.locator("#serves .chip input:checked").first().waitFor();
        page.locator("label.chip:has([value=other])").click();
        page.locator("#f-date").fill(settings.today().minusDays(3).toString());
        page.locator("label.chip:has([value=country])").click();
        page.locator("#f-country").selectOption("MX");
        page.locator(".chooser .chip").first().click();
        page.locator("#f-count").fill("24");
        page.locator(".numbers summary").click();
        page.locator("#f-women").fill("15");
        assertThat(page.locator("#f-rest").textContent()).startsWith("9 ");
        page.locator("#f-women").fill("25");
        assertThat(page.locator("#f-rest").textContent()).endsWith(" 1");
        sound(page);
        save(page);
        page.locator(".notice.bad").waitFor();
        sound(page);
        page.locator("#f-women").fill("15");
        save(page);
        page.waitForURL("**/plan/realisation/*-*");
        assertThat(page.locator(".notice.ok").textContent()).contains("Plan d’action 2026-2027");
        assertThat(page.locator(".facts").textContent()).contains("15", "9");
        sound(page);

        String url = page.url();
        sound(page, url.substring(address("").length()) + "/edit");
        sound(page, url.substring(address("").length()) + "/withdraw");
        sound(page, "/plan/actionplan/action/" + workshops.value());

        sound(page, "/plan/realisation");
        page.locator("#f-q").fill("industrie");
        page.waitForURL("**/plan/realisation?q=industrie");
        page.locator("form.filters summary").click();
        page.locator("#f-kind").selectOption("WORKSHOP");
        page.waitForURL("**/plan/realisation?q=industrie&kind=WORKSHOP");
        assertThat(page.locator("ul.rows .what > a").count()).isEqualTo(1);
        sound(page);
        page.locator("a.chip").first().click();
        page.waitForURL("**/plan/realisation?kind=WORKSHOP");
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aFileOfPastRealisationsIsCheckedAndRecorded(Look look) {
        Page page = signedIn(look);
        sound(page, "/plan/realisation/import");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "passé.csv",
                        "text/csv",
                        ("Quoi;Quand;Avec\nKiosque;2026-05-14;Groupe " + UUID.randomUUID()
                                        + "\nRencontre;2026-05-15;cegep du vieux-port\n")
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("main button[type=submit]").click();
        page.locator("#rows").waitFor();
        sound(page);
        page.locator("#f-newcomers").check();
        page.locator("form.wide button[type=submit]").click();
        page.locator("#rows .error").waitFor(hidden());
        sound(page);
        page.locator("main .gestures .main").first().click();
        page.locator("progress").waitFor();
        sound(page);
        jobs.runAll();
        page.locator(".steps li:nth-child(4)[aria-current]").waitFor();
        sound(page);
        assertThat(page.locator(".head .lead").textContent()).contains("2");
    }

    @Test
    void oneRealisationByKeyboardAloneOnAPhoneTakesLessThanAMinute() {
        Page page = signedIn(PHONE);
        page.navigate(address("/plan/realisation/new"));
        Instant begun = Instant.now();
        Keys keys = new Keys(page);
        assertThat(keys.at()).as("one may write at once").isEqualTo("title");
        keys.type("Atelier textile au cégep");
        page.locator("#serves .chip input:checked").first().waitFor();
        keys.pressUntil("Tab", "when").press("ArrowRight");
        keys.pressUntil("Tab", "where");
        keys.pressUntil("Tab", "organisations").press("Space");
        keys.pressUntil("Tab", "count").type("24");
        keys.press("Tab").type("3").press("Enter");
        page.waitForURL("**/plan/realisation/*-*");
        Duration machine = Duration.between(begun, Instant.now());
        Duration whole = machine.plus(EACH_KEY.multipliedBy(keys.count));
        assertThat(keys.count).as("keystrokes").isLessThanOrEqualTo(50);
        assertThat(whole).as("%d keys and %s of waiting", keys.count, machine).isLessThan(Duration.ofSeconds(60));
        assertThat(page.locator(".facts").textContent()).contains("24", "3\u00a0h", "Montréal");
        assertThat(page.locator("main").textContent()).contains("1.2");
    }

    @Test
    void whatAndWhenAloneTakeNoOtherGestureThanEnter() {
        Page page = signedIn(PHONE);
        page.navigate(address("/plan/realisation/new"));
        Keys keys = new Keys(page);
        keys.type("Atelier textile").press("Enter");
        page.waitForURL("**/plan/realisation/*-*");
        assertThat(page.locator("h1").textContent()).isEqualTo("Atelier textile");
        assertThat(page.locator("main").textContent())
                .as("proposed, though not awaited")
                .contains("1.2");
    }

    @Test
    void enterSavesWhatOneWroteAlsoWhereTwoVersionsMeet() {
        Page page = signedIn(PHONE);
        page.navigate(address("/plan/realisation/new"));
        new Keys(page).type("Atelier").press("Enter");
        page.waitForURL("**/plan/realisation/*-*");
        String url = page.url();
        page.navigate(url + "/edit");
        Page other = page.context().newPage();
        other.navigate(url + "/edit");
        other.locator("#f-title").fill("Le titre de l’autre");
        save(other);
        other.waitForURL(url);
        page.locator("#f-title").fill("Mon titre");
        save(page);
        page.locator(".version").first().waitFor();
        Chromium.assertSound(page);
        page.locator("#f-title").press("Enter");
        page.waitForURL(url);
        assertThat(page.locator("h1").textContent()).isEqualTo("Mon titre");
    }

    @Test
    void withoutScriptItIsRecordedAsWell() {
        Page page = signedIn(PHONE);
        page.route("**/*.js", route -> route.abort());
        page.navigate(address("/plan/realisation/new"));
        page.locator("#f-title").fill("Atelier textile");
        page.locator("label.chip:has([value=yesterday])").click();
        page.locator("[name=organisations-typed]").fill("cegep du vieux-port");
        save(page);
        page.waitForURL("**/plan/realisation/*-*");
        assertThat(page.locator(".facts").textContent()).contains("Cégep du Vieux-Port");
    }

    /** Someone at a keyboard. */
    private static final class Keys {

        private final Page page;
        private int count;

        Keys(Page page) {
            this.page = page;
        }

        Keys type(String text) {
            count += text.length();
            page.keyboard().type(text);
            return this;
        }

        Keys press(String key) {
            count++;
            page.keyboard().press(key);
            return this;
        }

        /** Presses until the focus is in the field. */
        Keys pressUntil(String key, String field) {
            for (int i = 0; i < 30; i++) {
                press(key);
                if (field.equals(at())) {
                    return this;
                }
            }
            throw new AssertionError("never came to " + field);
        }

        Object at() {
            return page.evaluate("document.activeElement.name");
        }
    }

    /** Someone who signed in once, in the language of the look. */
    private Page signedIn(Look look) {
        Page page = Chromium.open(look);
        List<Cookie> session = SESSIONS.computeIfAbsent(look.language(), this::signIn);
        page.context().addCookies(session);
        return page;
    }

    private List<Cookie> signIn(String language) {
        Page page = Chromium.open(new Look(1280, ColorScheme.LIGHT, language));
        page.navigate(
                address("/sign-in/" + visitors.link("Camille", UUID.randomUUID() + "@exemple.org", Role.COORDINATOR)));
        page.locator("main form button").first().click();
        page.locator(".nav").waitFor();
        if (!language.startsWith("fr")) {
            page.locator("form[action='/language'] button").first().click();
            page.locator("html[lang=" + language + "]").waitFor();
        }
        return page.context().cookies().stream()
                .filter(cookie -> !cookie.name.equals("notice"))
                .map(cookie -> new Cookie(cookie.name, cookie.value).setUrl(address("/")))
                .toList();
    }

    private void sound(Page page, String path) {
        page.navigate(address(path));
        sound(page);
    }

    private static void sound(Page page) {
        Chromium.assertSound(page);
    }

    private static void save(Page page) {
        page.locator(".gestures.save button.main").click();
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
