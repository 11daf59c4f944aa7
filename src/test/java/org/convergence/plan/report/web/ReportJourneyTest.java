package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The annual report, from its first word to the corrections after its filing. */
@JourneyTest
class ReportJourneyTest {

    private static int year = 2000;

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ReportFixture season;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void aCoordinatorWritesChecksAndFilesTheAnnualReport(BrowserLook look) {
        year++;
        Page page = traveller.signIn(look, Role.COORDINATOR);
        TestPlanLines lines = aYear();
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "report");

        page.navigate(traveller.urlOf("/plan/actionplan/" + lines.plan().value()));
        page.locator("main .tabs a[href*='/plan/report']").click();
        Chromium.assertSound(page);
        page.locator("main .head a.button[href*='audience=annual']").click();
        page.locator("[name=dueOn]").fill((year + 1) + "-06-12");
        page.locator("[name=responsible]").fill("Présidence");
        pictures.checkAndSave("begin");
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL("**/plan/report/*");
        String report = page.url();
        pictures.checkAndSave("overview");

        if (page.locator("details.narrow-only").isVisible()) {
            page.locator("details.narrow-only > summary").click();
        }
        page.locator(".parts a[href*=foreword]:visible").click();
        pictures.checkAndSave("foreword");
        write(page, "Une année **riche**, et une équipe petite.");
        assertThat(page.locator("#text .lacks").count()).isZero();

        page.navigate(report + "/section/means-" + lines.workshops().value());
        write(page, "Douze ateliers ont été donnés dans quatre régions.");
        pictures.checkAndSave("section");
        page.locator(".figure a").click();
        pictures.checkAndSave("evidence");
        page.locator("main tbody a[href*=leave-out]").first().click();
        page.locator("[name=reason]").fill("Compté par notre partenaire");
        pictures.checkAndSave("leave-out");
        page.locator("main form button[type=submit]").last().click();
        page.locator(".notice.ok button").click();
        Chromium.assertSound(page);

        page.navigate(report + "/lacks");
        pictures.checkAndSave("lacks");
        page.locator("main .rows a[href*='/gap/']").first().click();
        page.locator("[name=words]").fill("Deux tempêtes ont fermé les cégeps en février.");
        pictures.checkAndSave("gap");
        page.locator("main form button[type=submit]").last().click();
        page.locator("form[action*='/figures/'] button").click();
        pictures.checkAndSave("checked");

        page.navigate(report + "/section/means-" + lines.tools().value());
        write(page, "La bande dessinée circule.");
        page.navigate(report + "/paper");
        pictures.checkAndSave("paper");
        page.navigate(report + "/file");
        pictures.checkAndSave("file");
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL("**/plan/report/*");
        pictures.checkAndSave("filed");

        season.workshop("Atelier retrouvé", LocalDate.of(year, 9, 9), Participations.of(8), Set.of(lines.offer()));
        page.navigate(report);
        page.locator(".lead a").click();
        pictures.checkAndSave("differences");
        assertThat(page.locator("main").textContent()).contains("Atelier retrouvé");
        page.context().close();
    }

    private void write(Page page, String text) {
        page.locator("textarea[name=text]").fill(text);
        page.locator("#text button.main").click();
        Locator notice = page.locator(".notice.ok");
        notice.waitFor();
    }

    private TestPlanLines aYear() {
        TestPlanLines lines = season.plan(year);
        season.wants(lines.offer(), ActionTarget.of(TargetMeasure.PARTICIPATIONS, 400));
        season.wants(lines.create(), ActionTarget.of(TargetMeasure.REALISATIONS, 2));
        String[] unions = {
            "Cégep du Vieux-Port", "Syndicat des travailleuses et travailleurs du textile", "Maison des gens d’ici"
        };
        for (int i = 0; i < 12; i++) {
            season.workshopAt(
                    i % 4 == 0 ? "QC-03" : i % 5 == 0 ? "MX" : "QC-06",
                    "Atelier " + (i + 1) + " sur le travail de nuit",
                    LocalDate.of(year, 4, 10).plusDays(i * 25L),
                    i == 7 ? null : new Participations(12 + i, 6, i % 2, 3, null),
                    i % 6 == 5 ? Set.of(lines.offer(), lines.comic()) : Set.of(lines.offer()),
                    unions[i % 3]);
        }
        season.workshop(
                "Atelier bâti avec les membres",
                LocalDate.of(year, 10, 2),
                Participations.of(14),
                Set.of(lines.create()));
        season.workshop(
                "Deuxième atelier neuf", LocalDate.of(year, 11, 2), Participations.of(9), Set.of(lines.create()));
        return lines;
    }
}
