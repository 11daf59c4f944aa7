package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.KeyboardTypist;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The journey of an organisation new to Convergence: from the printed address to an annual report that is filed and
 * corrected. Its plan is the file named by {@code CONVERGENCE_REAL_PLAN}, else a small one.
 */
@JourneyTest
class FirstYearJourneyTest {

    private static final String SMALL = """
            Plan d’action

            Objectif 1 : Apprendre ensemble
            1.1 Ateliers
            - Donner dix ateliers sur demande
            - Former une relève
            - Tenir le catalogue à jour
            1.2 Outils
            - Écrire une trousse
            Objectif 2 : Épauler nos partenaires
            2.1 Projets
            - Coordonner le projet des coopératives
            """;

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JobTestRunner jobs;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void importsFollowsAndReportsAPlan(BrowserLook look) throws IOException {
        Page page = traveller.arrive(look);
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "first-year");
        setsUp(page, look, pictures);
        String plan = bringsItsPlan(page, pictures);
        adopts(page, plan, pictures);
        String line = plans(page, plan, look.width() < 600, pictures);
        String done = recordsByKeyboardAlone(page, line, look, pictures);
        sees(page, plan, line, pictures);
        amends(page, plan, line, pictures);
        new FirstReportJourney(traveller, page, pictures).isWrittenFiledAndCorrected(plan, done);
        keeps(page, pictures);
        page.context().close();
    }

    private void setsUp(Page page, BrowserLook look, JourneyScreenshots pictures) {
        pictures.checkAndSave("set-up");
        page.locator("[name=organisation]").fill("Solidarité des Rives");
        page.locator("[name=person]").fill("Camille D’Amours");
        page.locator("[name=mail]").fill("camille@exemple.org");
        page.locator("main form button.main").click();
        pictures.checkAndSave("link");
        page.locator("main form button").first().click();
        page.waitForURL(traveller.urlOf("/"));
        traveller.switchLanguage(page, look);
        pictures.checkAndSave("today-empty");
        visit(page, "/plan/realisation", "realisations-empty", pictures);
        visit(page, "/directory/people", "directory-empty", pictures);
    }

    private String bringsItsPlan(Page page, JourneyScreenshots pictures) throws IOException {
        visit(page, "/plan/reading", "reading", pictures);
        String real = System.getenv("CONVERGENCE_REAL_PLAN");
        byte[] file = real == null ? SMALL.getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(Path.of(real));
        page.locator("input[type=file]").setInputFiles(new FilePayload("plan.txt", "text/plain", file));
        assertThat(page.locator(".file .chosen").textContent()).isEqualTo("plan.txt");
        page.locator("main form.form button.main").click();
        page.locator("li.action").first().waitFor();
        pictures.checkAndSave("sheet");
        int read = page.locator("li.action").count();

        correct(page, 1, "Former une relève\n\nLa faire connaître", "split", read + 1);
        pictures.save("sheet-corrected");
        correct(page, 2, null, "join", read);
        correct(page, 0, null, "down", read);
        correct(page, read - 1, null, "drop", read - 1);

        LocalDate begin = settings.today().minusMonths(5).withDayOfMonth(1);
        page.locator("#create [name=title]").fill("Plan d’action");
        page.locator("#create [name=from]").fill(begin.toString());
        page.locator("#create [name=to]").fill(begin.plusYears(1).minusDays(1).toString());
        page.locator("#create button.main").click();
        page.locator("a.button.main[href$='/adopt']").waitFor();
        pictures.checkAndSave("draft");
        assertThat(page.locator(".state.warn, .state.bad").count())
                .as("no warnings on the first day")
                .isZero();
        return page.url();
    }

    /** Corrects the nth action on the sheet, and waits for the expected number. */
    private static void correct(Page page, int nth, @Nullable String text, String gesture, int then) {
        page.locator("li.action a.button").nth(nth).click();
        if (text != null) {
            page.locator("li.action textarea[name=text]").fill(text);
        }
        page.locator("li.action button[value=" + gesture + "]").click();
        page.waitForFunction("count => document.querySelectorAll('li.action').length === count", then);
    }

    private void adopts(Page page, String plan, JourneyScreenshots pictures) {
        page.navigate(plan + "/adopt");
        page.locator("main form.form button.main").click();
        page.locator("form [role=alert]").waitFor();
        pictures.checkAndSave("adopt-refused");
        page.locator("[name=body]").fill("AGA");
        page.locator("[name=date]").fill(settings.today().minusDays(9).toString());
        page.locator("[name=number]").fill("AGA-2024-09-04");
        page.locator("main form.form button.main").click();
        page.locator(".notice.ok").waitFor();
        pictures.checkAndSave("adopted");
    }

    /** Plans one line, and pastes a block over another. */
    private String plans(Page page, String plan, boolean narrow, JourneyScreenshots pictures) {
        page.navigate(plan + "/grid");
        page.locator("#grid-note summary").click();
        page.locator("#grid-note [name=reason]").fill("La cible était restée à fixer");
        Locator line = page.locator("tbody[id]").nth(1);
        String id = String.valueOf(line.getAttribute("id")).substring("row-".length());
        if (narrow) {
            line.locator(".opener").click();
        }
        line.locator("[name^='responsible.']").fill("Comité éducation");
        line.locator("[name^='from.']").fill(settings.today().minusDays(20).toString());
        line.locator("[name^='to.']").fill(settings.today().plusDays(60).toString());
        line.locator("[name^='target.']").fill("2 réalisations");
        line.locator("[name^='effort.']").selectOption("M");
        pictures.checkAndSave("grid");
        page.locator("tbody[id]")
                .nth(2)
                .locator(narrow ? ".opener input" : "[name^='responsible.']")
                .focus();
        page.locator("tbody[id][data-state=SAVED]").waitFor();

        page.locator("#grid-paste summary").click();
        page.locator("[name=pasted]").fill("Solange D’Août\nLuc N’Diaye");
        page.locator("[name=line]").selectOption(new SelectOption().setIndex(3));
        page.locator("#grid-paste button").click();
        page.locator(".notice").first().waitFor();
        pictures.save("grid-pasted");
        page.locator(".grid-bar button.main").click();
        page.waitForURL(plan + "/grid");
        assertThat(page.locator("main").innerHTML()).contains("Luc N’Diaye");
        return traveller.urlOf("/plan/actionplan/action/" + id);
    }

    /** On a phone-sized screen, from the line's own page, with a photograph, in less than a minute. */
    private String recordsByKeyboardAlone(Page page, String line, BrowserLook look, JourneyScreenshots pictures) {
        page.setViewportSize(390, 844);
        page.navigate(line);
        page.onFileChooser(chooser ->
                chooser.setFiles(new FilePayload("IMG_1.jpg", "image/jpeg", SampleFiles.photograph(1600, 1200, 6))));
        pictures.checkAndSave("line");
        page.locator("main a[href*='/plan/realisation/new']").first().focus();
        KeyboardTypist keys = new KeyboardTypist(page).press("Enter");
        page.locator("#f-title").waitFor();
        keys.type("Atelier du mardi")
                .pressUntil("Tab", "count")
                .type("24")
                .press("Tab")
                .type("3");
        keys.pressUntil("Tab", "photographs");
        keys.press("Space");
        page.locator(".file .chosen:text-is('IMG_1.jpg')").waitFor();
        Duration filled = keys.time();
        pictures.checkAndSave("recording");
        KeyboardTypist last = new KeyboardTypist(page);
        last.pressUntil("Shift+Tab", "hours").press("Enter");
        page.locator(".notice.ok").waitFor();
        assertThat(filled.plus(last.time())).as("time").isLessThan(Duration.ofSeconds(60));
        pictures.save("line-done");
        page.locator("main a:text-is('Atelier du mardi')").first().click();
        page.locator("#documents img").waitFor();
        assertThat(page.locator(".facts").textContent()).contains("24", "3\u00a0h");
        pictures.checkAndSave("recorded");
        page.setViewportSize(look.width(), 844);
        return page.url();
    }

    private void sees(Page page, String plan, String line, JourneyScreenshots pictures) {
        visit(page, "/", "today", pictures);
        visit(page, "/plan/realisation", "realisations", pictures);
        assertThat(page.locator("ul.rows").textContent()).contains("Atelier du mardi");
        visit(page, "/plan/realisation?state=PLANNED", "realisations-planned", pictures);
        visit(page, line, "line-followed", pictures);
        assertThat(page.locator("main").textContent()).contains("Comité éducation", "Atelier du mardi");
        page.locator(".head .trail a").last().click();
        pictures.checkAndSave("means");
        visit(page, plan, "plan", pictures);
        for (String view : List.of("year", "text", "file")) {
            visit(page, plan + "/" + view, "plan-" + view, pictures);
        }
    }

    private void amends(Page page, String plan, String line, JourneyScreenshots pictures) {
        page.navigate(line);
        page.navigate(traveller.urlOf(
                String.valueOf(page.locator("main .sheet a[href$='/edit']").getAttribute("href"))));
        String edit = page.url();
        page.locator("[name=number]").fill("1");
        page.locator("[name=reason]").fill("Le bailleur en finance un");
        pictures.checkAndSave("amend");
        Page other = page.context().newPage();
        other.navigate(edit);
        other.locator("[name=number]").fill("3");
        other.locator("[name=reason]").fill("Le conseil en veut trois");
        other.locator("main form.form button.main").click();
        other.locator(".notice.ok").waitFor();
        other.close();
        page.locator("main form.form button.main").click();
        page.locator(".version").first().waitFor();
        pictures.checkAndSave("conflict");
        page.locator("main form.form button.main").last().click();
        page.locator(".notice.ok").waitFor();
        visit(page, plan + "/amendments", "amendments", pictures);
        visit(page, plan + "/comparison", "comparison", pictures);
        assertThat(page.locator(".version").count()).isPositive();
    }

    private void keeps(Page page, JourneyScreenshots pictures) {
        visit(page, "/platform/backup", "backup", pictures);
        page.locator(".head .gestures button.main").click();
        page.locator("progress").waitFor();
        jobs.runAll();
        // The page reloads by itself once the job is done.
        page.locator("main .rows > li").first().waitFor();
        pictures.checkAndSave("backed-up");
        for (String each : List.of("home/settings", "home/settings/organisation", "platform/jobs", "platform/mail")) {
            visit(page, "/" + each, each.replace('/', '-'), pictures);
        }
        visit(page, "/identity/own", "own", pictures);
        page.locator("[name=name]").last().fill("Site Web");
        page.locator("form[action='/identity/own/tokens'] button[type=submit]").click();
        page.locator("main code").waitFor();
        pictures.checkAndSave("token");
        visit(page, "/identity/accounts", "accounts", pictures);
        page.locator("form[action='/identity/accounts'] [name=name]").focus();
        KeyboardTypist keys = new KeyboardTypist(page)
                .type("Solange")
                .pressUntil("Tab", "role")
                .press("ArrowDown");
        keys.press("Shift+Tab").type("solange@exemple.org").press("Enter");
        page.locator(".notice.warn").waitFor();
        pictures.checkAndSave("invited");
        visit(page, "/search?q=mardi", "search", pictures);
        assertThat(page.locator("main").textContent()).contains("Atelier du mardi");
        visit(page, "/search?q=zzzzzz", "search-none", pictures);
        visit(page, "/nowhere", "not-found", pictures);
    }

    private void visit(Page page, String address, String name, JourneyScreenshots pictures) {
        page.navigate(address.startsWith("/") ? traveller.urlOf(address) : address);
        pictures.checkAndSave(name);
    }
}
