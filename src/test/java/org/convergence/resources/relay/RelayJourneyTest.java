package org.convergence.resources.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.platform.rendering.PdfPages;
import org.convergence.testing.Chromium.Look;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pictures;
import org.convergence.testing.Traveller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Journey 10, first half: leaflets are previewed, made for all members and downloaded. */
@JourneyTest
@Import(Union.class)
class RelayJourneyTest {

    private static final String YEAR = "/resources/relay?from=2025-04-01&to=2026-03-31";

    @Autowired
    private Traveller traveller;

    @Autowired
    private Union union;

    @Autowired
    private QueuedJobs queued;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void someoneOfTheTeamTellsEachMemberWhatItsMembershipMadePossible(Look look) {
        Page page = traveller.signIn(look, Role.STAFF);
        aYear();
        Pictures pictures = new Pictures(page, look, "relay");

        page.navigate(traveller.address(YEAR));
        pictures.take("to-prepare");
        page.locator("main .rows a[href*='/of/']").first().click();
        pictures.take("preview");
        byte[] pdf = page.request()
                .get(traveller.address(
                        page.locator("main a[href*='preview.pdf']").getAttribute("href")))
                .body();
        assertThat(PdfPages.of(pdf)).isLessThanOrEqualTo(2);
        page.locator("main form button.main").click();
        page.locator(".notice.ok").waitFor();
        page.locator("main form[action$='/run'] button.main").click();
        page.waitForURL("**/resources/relay?*");
        pictures.take("under-way");
        queued.runAll();
        page.navigate(traveller.address(YEAR));
        pictures.take("prepared");
        assertThat(page.locator("main .rows a[href^='/platform/document/']").count())
                .isEqualTo(3);

        page.navigate(traveller.address("/resources/relay?from=2026-03-31&to=2025-04-01"));
        pictures.take("wrong-period");
        page.navigate(traveller.address("/resources/relay?from=1980-04-01&to=1981-03-31"));
        pictures.take("nobody");
        page.context().close();
    }

    private void aYear() {
        union.clear();
        var category = union.category();
        OrganisationId maple =
                union.member("Syndicat des travailleuses et travailleurs de l’Érable", category, since());
        OrganisationId linden = union.member("Syndicat du Tilleul", category, since());
        union.member("Union des artistes du fleuve", category, since());
        OrganisationId central = union.organisation("Centrale des syndicats fictifs");
        OrganisationId council = union.organisation("Conseil régional du fleuve");
        union.belongs(maple, central, AffiliationNature.AFFILIATED, Period.ALWAYS);
        union.belongs(maple, council, AffiliationNature.AFFILIATED, Period.ALWAYS);
        union.belongs(linden, central, AffiliationNature.AFFILIATED, Period.ALWAYS);
        String[] stories = {
            "Les membres ont suivi le trajet d’un chandail, du champ au placard. Le comité de l’école a décidé d’un achat responsable.",
            "",
            "Une délégation de maquiladoras a raconté sa grève. **Quarante** personnes ont signé la lettre d’appui."
        };
        for (int i = 0; i < 9; i++) {
            union.done(
                    "Atelier sur la mode jetable, groupe " + (i + 1),
                    LocalDate.of(2025, 5, 10).plusDays(i * 21L),
                    12 + i,
                    stories[i % 3],
                    i % 2 == 0 ? maple : linden);
            union.done(
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
