package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner's request becomes a project with a framework and a value, and a report that is filed with the partner's yes. */
@JourneyTest
@Tag(TestTags.SLOW)
class ProjectJourneyTest {

    private static final String SUBMIT = "main form.form button.main";
    private static final String PARTNER = "Unión de Jornaleras";

    @Autowired
    private ExampleVisitor visitor;

    @Autowired
    private OrganisationSettings settings;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void leadsFromARequestToAReportFiledWithThePartnersYes(BrowserLook look) {
        Page page = visitor.arrive(look, ExampleUser.MARYSE);
        var pictures = new JourneyScreenshots(page, look, "project");
        String project = request(page, pictures);
        framework(page, pictures, project);
        value(page, pictures, project);
        String report = report(page, pictures, project);
        passage(page, pictures, report);
        sayYes(page, look);
        file(page, look, pictures, report);
        page.context().close();
    }

    private void visit(Page page, String path) {
        page.navigate(visitor.browser().urlOf(path));
    }

    private static void choose(Page page, String field, String name) {
        page.locator("input[name=" + field + "-typed]").pressSequentially(name);
        page.locator("[data-chooser=" + field + "]:not([data-stale]) [role=option]")
                .first()
                .waitFor();
        page.keyboard().press("Enter");
        page.locator("[data-chooser=" + field + "] .chips label.chip").first().waitFor();
    }

    private static void submit(Page page) {
        page.locator(SUBMIT).first().click();
    }

    /** The address of the project that the request became. */
    private String request(Page page, JourneyScreenshots pictures) {
        visit(page, "/cooperation/partner/requests/new");
        choose(page, "organisation", PARTNER);
        page.locator("input[name=title]").fill("Une école de promotrices");
        page.locator("label:has([name=channel][value=PHONE])").click();
        page.locator("input[name=received]").fill(settings.today().minusDays(3).toString());
        page.locator("input[name=promised]").fill(settings.today().plusDays(9).toString());
        pictures.checkAndSave("01-request");
        submit(page);
        page.locator("label:has([name=answer][value=PROJECT])").click();
        page.locator("select[name=role]").selectOption("LEAD");
        pictures.checkAndSave("02-answer");
        submit(page);
        page.waitForURL("**/cooperation/project/*");
        pictures.checkAndSave("03-project");
        return page.url().replaceFirst("[?#].*", "");
    }

    private static void framework(Page page, JourneyScreenshots pictures, String project) {
        page.navigate(project + "/logic/new");
        page.locator("label:has([name=level][value=IMMEDIATE])").click();
        page.locator("textarea[name=statement]")
                .fill("Connaissance des droits renforcée chez les promotrices de Celaya");
        submit(page);
        page.locator("main svg").first().waitFor();
        pictures.checkAndSave("04-logic");
        page.navigate(project + "/framework");
        page.locator("main td a[href*='/framework/new']").first().click();
        page.locator("textarea[name=wording]").fill("Nombre de promotrices formées, selon le sexe");
        page.locator("label:has([name=kind][value=QUANTITY])").click();
        page.locator("label:has([name=bySex])").click();
        pictures.checkAndSave("05-indicator");
        submit(page);
        page.waitForURL(project + "/framework*");
        pictures.checkAndSave("06-framework");
    }

    private void value(Page page, JourneyScreenshots pictures, String project) {
        page.navigate(project + "/results");
        page.locator("input[name=from]").fill(settings.today().minusMonths(2).toString());
        page.locator("input[name=months]").fill("6");
        page.locator("input[name=count]").fill("1");
        submit(page);
        page.locator("main td a[href*='/results/']").first().click();
        page.locator("[name='target.number']").fill("20");
        page.locator("form[action$='/target'] button.main").click();
        page.locator(".notice.ok").waitFor();
        page.locator("[name='actual.number']").fill("12");
        page.locator("[name='actual.women']").fill("9");
        page.locator("[name='actual.men']").fill("1");
        pictures.checkAndSave("07-value");
        page.locator("form[action$='/value'] button.main").click();
        page.locator("form[action$='/submit'] button").click();
        page.locator("form[action$='/approve'] button").click();
        page.locator(".notice.ok").waitFor();
        page.navigate(project + "/results");
        pictures.checkAndSave("08-results");
        assertThat(page.locator("main").textContent()).contains("12", "9 ", "20");
    }

    /** The address of a report with two sections, the first of which says the value. */
    private String report(Page page, JourneyScreenshots pictures, String project) {
        LocalDate today = settings.today();
        visit(page, "/cooperation/narrative/new");
        page.locator("select[name=project]").selectOption(project.substring(project.lastIndexOf('/') + 1));
        choose(page, "funder", "Fondation du Fleuve");
        page.locator("input[name=title]").fill("École de promotrices, premier rapport");
        page.locator("input[name=from]").fill(today.minusMonths(2).toString());
        page.locator("input[name=to]").fill(today.plusMonths(4).minusDays(1).toString());
        page.locator("label:has([name=language][value=FRENCH])").click();
        submit(page);
        page.locator("textarea[name=sections]").fill("Ce qui a changé (80 mots)\n\nVotre partenaire (60 mots)");
        submit(page);
        page.locator("main h2 a[href*='/sections/']").first().waitFor();
        String report = page.url().replaceFirst("[?#].*", "");
        page.locator("main h2 a[href*='/sections/']").first().click();
        page.locator("textarea[name=body]").fill("Une école est née.");
        page.locator("button[name=insert][value^=RESULT]").first().click();
        page.locator(".notice.ok").first().waitFor();
        pictures.checkAndSave("09-section");
        return report;
    }

    private static void passage(Page page, JourneyScreenshots pictures, String report) {
        page.navigate(report);
        page.locator("main h2 a[href*='/sections/']").nth(1).click();
        page.locator("form[action$='/passages'] button").click();
        page.locator("textarea[name=body]").fill("L’Unión choisit les promotrices.");
        page.locator("textarea[name=translation]").fill("La Unión elige a las promotoras.");
        pictures.checkAndSave("10-passage");
        submit(page);
        page.navigate(report);
        page.locator("form[action$='/show-passages'] button").click();
        page.locator(".notice.ok").first().waitFor();
    }

    private void sayYes(Page page, BrowserLook look) {
        visit(page, "/cooperation/fieldwork/links");
        choose(page, "organisation", PARTNER);
        page.locator("label:has([name=language][value=es])").click();
        page.locator("select[name=country]").selectOption("MX");
        submit(page);
        Page phone = Chromium.open(new BrowserLook(390, look.scheme(), "es-MX"));
        phone.navigate(
                visitor.browser().urlOf(page.locator("#made-url").inputValue().replaceFirst(".*(?=/public/)", "")));
        phone.locator("#pin").fill(page.locator("#made-pin").inputValue());
        phone.locator("main form button.main").click();
        phone.locator("[data-mine]").waitFor();
        new JourneyScreenshots(phone, look, "project").checkAndSave("11-reading");
        phone.locator("article:has-text('elige a las promotoras') button[value=YES]")
                .click();
        phone.locator(":text('Dijo que sí')").first().waitFor();
        new JourneyScreenshots(phone, look, "project").checkAndSave("12-yes");
        phone.context().close();
    }

    private void file(Page page, BrowserLook look, JourneyScreenshots pictures, String report) {
        visitor.signIn(page, look, ExampleUser.IDRISS);
        page.navigate(report);
        page.locator("form[action$='/submit'] button").click();
        page.locator(".notice.ok").first().waitFor();
        visitor.signIn(page, look, ExampleUser.MARYSE);
        page.navigate(report);
        page.locator("form[action$='/approve'] button").click();
        page.locator("details.ask:has(form[action$='/file']) summary").click();
        page.locator("form[action$='/file'] button").click();
        page.locator("form[action$='/hand-in']").waitFor();
        pictures.checkAndSave("13-filed");
        assertThat(page.locator("main").textContent())
                .contains("Une école est née.", "L’Unión choisit les promotrices.");
    }
}
