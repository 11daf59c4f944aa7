package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The directory as a coordinator uses it, without JavaScript. */
@ModuleTest
class DirectoryPagesTest extends DirectoryPagesFixture {

    @Test
    void createsOrganisationWithAffiliations() {
        MvcTestResult entered = post(
                ORGANISATIONS + "/new",
                "name",
                "Syndicat des métiers de Laval",
                "kind",
                "LOCAL_UNION",
                "place",
                "laval",
                "website",
                "www.smdl.example",
                "point",
                "bonjour@smdl.example",
                "pointLabel",
                "accueil",
                "point",
                "450 555-0199",
                "pointLabel",
                "",
                "parents-new",
                "Centrale du Nord",
                "parents-new",
                "Conseil central de Laval");
        assertThat(entered).hasStatus(303);
        assertThat(get(String.valueOf(entered.getResponse().getRedirectedUrl())))
                .hasStatusOk()
                .bodyText()
                .contains("Centrale du Nord", "Conseil central de Laval", "accueil", "450 555-0199", "Syndicat local");
        assertThat(get(ORGANISATIONS + "?place=QC-13"))
                .bodyText()
                .contains("1 organisation", "Centrale du Nord; Conseil central de Laval");
        assertThat(get(ORGANISATIONS + "?q=sindicat%20des%20metier"))
                .bodyText()
                .contains("Vous vouliez peut-être dire", "Syndicat des métiers de Laval");
    }

    @Test
    void showsErrorsBesideFieldsWithTypedValues() {
        MvcTestResult wrong = post(
                ORGANISATIONS + "/new",
                "name",
                " ",
                "place",
                "Atlantide",
                "website",
                "pas une adresse",
                "point",
                "abc");
        assertThat(wrong)
                .hasStatus(422)
                .bodyText()
                .contains("Atlantide", "Ce lieu", "pas une adresse", "ni un courriel ni un numéro", "abc");
    }

    @Test
    void createsNamesakeOnlyOnConfirmation() {
        organisation("Comité du textile");
        assertThat(post(ORGANISATIONS + "/new", "name", "COMITE du textile"))
                .hasStatus(422)
                .bodyText()
                .contains("déjà au répertoire", "anyway");
        assertThat(post(ORGANISATIONS + "/new", "name", "COMITE du textile", "anyway", "true"))
                .hasStatus(303);
    }

    @Test
    void concurrentEditsShowBothVersions() {
        String url = organisation("Comité du textile");
        assertThat(post(url + "/edit", "version", "1", "name", "Comité du vêtement", "point", "a@b.example"))
                .hasStatus(303);
        assertThat(post(
                        url + "/edit",
                        "version",
                        "1",
                        "name",
                        "Comité des tissus",
                        "note",
                        "Mon ajout",
                        "point",
                        "c@d.example"))
                .hasStatus(409)
                .bodyText()
                .contains("Comité du vêtement", "Comité des tissus", "Mon ajout", "a@b.example", "c@d.example");
        assertThat(post(
                        url + "/edit",
                        "version",
                        "2",
                        "since",
                        "1",
                        "name",
                        "Comité des tissus",
                        "take",
                        "points",
                        "point",
                        "c@d.example"))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"a@b.example\"");
    }

    @Test
    void restoresDeletedOrganisationWithAffiliations() {
        String url = organisation("Comité du textile", "parents-new", "Centrale du Nord");
        assertThat(get(url + "/remove")).hasStatusOk();
        assertThat(post(url + "/remove", "version", "1")).hasStatus(303);
        assertThat(get(url)).hasStatus(404);
        assertThat(post(url + "/remove/undo")).hasStatus(303);
        assertThat(get(url)).hasStatusOk().bodyText().contains("Centrale du Nord");
        assertThat(post(url + "/remove/undo")).hasStatus(404);
    }

    @Test
    void exportHoldsFilteredRowsAndRecordsItsUser() throws Exception {
        organisation("Syndicat du ruban", "kind", "LOCAL_UNION");
        organisation("École du ruban", "kind", "SCHOOL");
        person("Ana", "Ruiz");
        assertThat(get(ORGANISATIONS + "/export.csv?kind=SCHOOL").getResponse().getContentAsString())
                .contains("École du ruban")
                .doesNotContain("Syndicat du ruban");
        assertThat(get(ORGANISATIONS + "/export.xlsx")).hasStatusOk();
        assertThat(get(ORGANISATIONS + "/print?q=ecole"))
                .bodyText()
                .contains("École du ruban")
                .doesNotContain("Syndicat");
        assertThat(get(PERSONS + "/export.csv?q=ruiz").getResponse().getContentAsString())
                .contains("Ana;Ruiz");
        assertThat(get(PERSONS + "/print")).bodyText().contains("Ana Ruiz");
        assertThat(db.sql(
                                "SELECT form || ' ' || persons || ' ' || filtered || ' ' || actor_label FROM directory.people_takeout ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("CSV 1 true Camille D’Amours", "PAPER 1 false Camille D’Amours");
        assertThat(mvc.get().uri(PERSONS + "/export.csv").with(visitors.as(Role.VOLUNTEER)))
                .hasStatus(403);
    }

    @Test
    void refusesUnreadableFilterBesideItsField() {
        String chosen = "Ce choix n’est pas offert";
        for (String wrong : List.of("?kind=CASTLE", "?place=Atlantide", "?within=1")) {
            assertThat(get(ORGANISATIONS + wrong))
                    .as(wrong)
                    .hasStatus(422)
                    .bodyText()
                    .contains(chosen);
        }
        for (String wrong : List.of("?organisation=1", "?language=F9")) {
            assertThat(get(PERSONS + wrong)).as(wrong).hasStatus(422).bodyText().contains(chosen);
        }
        assertThat(get(ORGANISATIONS + "/export.csv?kind=CASTLE")).hasStatus(422);
        assertThat(get(PERSONS + "/print?language=F9")).hasStatus(422);
        assertThat(get(PERSONS + "?title=" + "a".repeat(201)))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"f-title-error\"");
    }

    @Test
    void headingsSortTheFilteredListAndReverseIt() {
        String union = organisation("Syndicat du ruban");
        String ribbon = "?q=ruban&amp;sort=";
        assertThat(get(ORGANISATIONS + "?q=ruban&sort=-kind"))
                .bodyText()
                .contains(
                        "aria-sort=\"descending\"",
                        ribbon + "kind\"",
                        ribbon + "name\"",
                        "/print" + ribbon + "-kind\"");
        assertThat(get(ORGANISATIONS)).bodyText().contains("aria-sort=\"ascending\"", "?sort=-name\"");
        assertThat(get(PERSONS + "?title=presid&organisation=" + union.substring(union.lastIndexOf('/') + 1)))
                .bodyText()
                .contains("href=\"" + PERSONS + "?title=presid\"", "À Syndicat du ruban");
    }

    @Test
    void theSearchFieldFindsBoth() {
        organisation("Syndicat du ruban");
        person("Ana", "Ruban");
        assertThat(get("/search?q=rubam"))
                .bodyText()
                .contains("Syndicat du ruban", "Ana Ruban", ORGANISATIONS + "?q=rubam".substring(0, 0));
        assertThat(mvc.get().uri("/search?q=ruban").with(visitors.as(Role.VOLUNTEER)))
                .bodyText()
                .contains("Syndicat du ruban")
                .doesNotContain("Ana Ruban");
    }

    @Test
    void showsNamesWithoutLinksWithoutPermission() {
        String union = organisation("Syndicat du ruban");
        person("Ana", "Ruiz");
        post(union + "/functions/new", "person-typed", "ana ruiz", "title", "Trésorière");
        assertThat(mvc.get().uri(union).with(visitors.as(Role.VOLUNTEER)))
                .hasStatusOk()
                .bodyText()
                .contains("Ana Ruiz")
                .doesNotContain(PERSONS + "/");
    }

    @Test
    void hidesContactsAndNotesOfOrganisationsWithoutPermission() throws Exception {
        String union = organisation("Syndicat du ruban", "point", "ruban@exemple.org", "note", "Écrire d’abord");
        String changed = "514 555-0166";
        post(union + "/edit", "version", "1", "name", "Syndicat du ruban", "point", changed, "note", "Appeler");
        String[] hidden = {"ruban@exemple.org", changed, "Écrire d’abord", "Appeler"};
        for (Role role : List.of(Role.VOLUNTEER, Role.BOARD_MEMBER, Role.AUDITOR)) {
            for (String url : List.of(union, ORGANISATIONS + "/export.csv", ORGANISATIONS, ORGANISATIONS + "/print")) {
                MvcTestResult seen = mvc.get().uri(url).with(visitors.as(role)).exchange();
                assertThat(seen).hasStatusOk().bodyText().as(role + " " + url).contains("Syndicat du ruban");
                assertThat(seen.getResponse().getContentAsString())
                        .as(role + " " + url)
                        .doesNotContain(hidden)
                        .doesNotContain("Courriel;");
            }
        }
        assertThat(get(union)).bodyText().contains(hidden);
        assertThat(get(ORGANISATIONS + "/export.csv")).bodyText().contains("Courriel;", "Appeler");
    }
}
