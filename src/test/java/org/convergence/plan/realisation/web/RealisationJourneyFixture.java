package org.convergence.plan.realisation.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
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
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A plan under way, and a browser in which its realisations are recorded. */
abstract class RealisationJourneyFixture {

    static final BrowserLook PHONE = new BrowserLook(390, ColorScheme.LIGHT, "fr-CA");

    static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    TestUsers visitors;

    @Autowired
    RealisationFixture ground;

    @Autowired
    RealisationRecorder realisations;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JobTestRunner jobs;

    ActionId workshops = new ActionId(new UUID(0, 0));

    @BeforeEach
    void preparePlanUnderWay() throws Exception {
        visitors.ensureOrganisation();
        ground.clear();
        CurrentActor.callAs(RealisationFixture.COORDINATOR, () -> {
            PlanId plan = ground.plan("Plan d’action 2026-2027");
            workshops = ground.action(
                    plan,
                    ground.means(plan, "1.2", "Ateliers sur la solidarité"),
                    "Offrir, sur demande, des ateliers sur l’industrie du textile dans les cégeps.");
            ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Prendre part aux tables de concertation.");
            LocalDate today = settings.today();
            realisations.record(RecordRealisationCommand.byHand(
                    RealisationFixture.with(
                            RealisationFixture.workshop("Atelier sur le textile", today.minusDays(20)),
                            new Participations(10, 8, 1, 5, 4),
                            ground.organisations("Cégep du Vieux-Port", "Comité jeunes")),
                    Amounts.UNKNOWN,
                    PlanAttribution.serving(Set.of(workshops)),
                    today));
            return realisations.record(new RecordRealisationCommand(
                    RealisationState.PLANNED,
                    RealisationFixture.workshop("Concertation régionale", today.minusDays(1)),
                    Amounts.UNKNOWN,
                    PlanAttribution.NOTHING,
                    null));
        });
    }

    /** A page with a session of one sign-in, in the language of the look. */
    Page signedIn(BrowserLook look) {
        Page page = Chromium.open(look);
        List<Cookie> session = SESSIONS.computeIfAbsent(look.language(), this::signIn);
        page.context().addCookies(session);
        return page;
    }

    List<Cookie> signIn(String language) {
        Page page = Chromium.open(new BrowserLook(1280, ColorScheme.LIGHT, language));
        page.navigate(address("/sign-in/"
                + visitors.createSignInLink("Camille", UUID.randomUUID() + "@exemple.org", Role.COORDINATOR)));
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

    void sound(Page page, String path) {
        page.navigate(address(path));
        sound(page);
    }

    static void sound(Page page) {
        Chromium.assertSound(page);
    }

    static void save(Page page) {
        page.locator(".gestures.save button.main").click();
    }

    static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    @AfterAll
    static void clearSessions() {
        SESSIONS.clear();
    }
}
