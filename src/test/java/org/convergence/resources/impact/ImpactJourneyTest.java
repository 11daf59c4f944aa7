package org.convergence.resources.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.rendering.PdfPageCount;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Journey 10, first half: leaflets are previewed, made for all members and downloaded. */
@JourneyTest
class ImpactJourneyTest {

    private static final String YEAR = "/resources/impact?from=2025-04-01&to=2026-03-31";

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ImpactFixture union;

    @Autowired
    private JobTestRunner queued;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void leafletsArePreviewedMadeForAllAndDownloaded(BrowserLook look) {
        Page page = traveller.signIn(look, Role.STAFF);
        createYear();
        JourneyScreenshots pictures = new JourneyScreenshots(page, look, "impact");

        page.navigate(traveller.urlOf(YEAR));
        pictures.checkAndSave("to-prepare");
        page.locator("main .rows a[href*='/of/']").first().click();
        pictures.checkAndSave("preview");
        byte[] pdf = page.request()
                .get(traveller.urlOf(page.locator("main a[href*='preview.pdf']").getAttribute("href")))
                .body();
        assertThat(PdfPageCount.count(pdf)).isLessThanOrEqualTo(2);
        page.locator("main form button.main").click();
        page.locator(".notice.ok").waitFor();
        page.locator("main form[action$='/run'] button.main").click();
        page.waitForURL("**/resources/impact?*");
        pictures.checkAndSave("under-way");
        queued.runAll();
        page.navigate(traveller.urlOf(YEAR));
        pictures.checkAndSave("prepared");
        assertThat(page.locator("main .rows a[href^='/platform/document/']").count())
                .isEqualTo(3);

        page.navigate(traveller.urlOf("/resources/impact?from=2026-03-31&to=2025-04-01"));
        pictures.checkAndSave("wrong-period");
        page.navigate(traveller.urlOf("/resources/impact?from=1980-04-01&to=1981-03-31"));
        pictures.checkAndSave("nobody");
        page.context().close();
    }

    private void createYear() {
        union.clear();
        var category = union.addCategory();
        OrganisationId maple =
                union.addMember("Syndicat des travailleuses et travailleurs de l’Érable", category, since());
        OrganisationId linden = union.addMember("Syndicat du Tilleul", category, since());
        union.addMember("Union des artistes du fleuve", category, since());
        OrganisationId central = union.addOrganisation("Centrale des syndicats fictifs");
        OrganisationId council = union.addOrganisation("Conseil régional du fleuve");
        union.affiliate(maple, central, AffiliationNature.AFFILIATED, Period.ALWAYS);
        union.affiliate(maple, council, AffiliationNature.AFFILIATED, Period.ALWAYS);
        union.affiliate(linden, central, AffiliationNature.AFFILIATED, Period.ALWAYS);
        String[] stories = {
            "Les membres ont suivi le trajet d’un chandail, du champ au placard. Le comité de l’école a décidé d’un achat responsable.",
            "",
            "Une délégation de maquiladoras a raconté sa grève. **Quarante** personnes ont signé la lettre d’appui."
        };
        for (int i = 0; i < 9; i++) {
            union.recordRealisation(
                    "Atelier sur la mode jetable, groupe " + (i + 1),
                    LocalDate.of(2025, 5, 10).plusDays(i * 21L),
                    12 + i,
                    stories[i % 3],
                    i % 2 == 0 ? maple : linden);
            union.recordRealisation(
                    "Rencontre de la centrale, " + (i + 1) + "e fois",
                    LocalDate.of(2025, 6, 2).plusDays(i * 21L),
                    40,
                    stories[(i + 1) % 3],
                    i % 3 == 0 ? council : central);
        }
    }

    private static LocalDate since() {
        return LocalDate.of(2012, 1, 1);
    }
}
