package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** Imports from files: previewed, imported, undone. */
@ModuleTest
class ImportTest extends ImportFixture {

    @Test
    void previewsListBeforeImport() {
        String url = read("ORGANISATIONS", ORGANISATIONS);
        assertThat(get(url))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "5 lignes lues",
                        "3 seront ajoutées",
                        "1 sera complétée",
                        "1 laissée de côté",
                        "Comme la ligne 3",
                        "« Centrale du Nord » n’est pas au répertoire",
                        "« pas un courriel » n’est ni un courriel",
                        "Le type « Bidule »",
                        "Cette ligne ne nomme personne");
        assertThat(count("organisation")).isZero();
        assertThat(get(url + "/aside.csv")).bodyText().contains("Comité;").doesNotContain("Vieux-Port");
    }

    @Test
    void importsReportsAndUndoesList() throws Exception {
        String url = read("ORGANISATIONS", ORGANISATIONS);
        enter(url);
        assertThat(get(url))
                .bodyText()
                .contains("3 ajoutées", "1 complétée", "1 laissée de côté", "Vous pouvez revenir");
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "Syndicat des métiers", "Cégep du Vieux-Port", "Comité jeunes", "Centrale du Nord");
        assertThat(count("affiliation")).isEqualTo(2);
        assertThat(db.sql("SELECT contact_keys::text FROM directory.people_organisation WHERE short_name = 'SM'")
                        .query(String.class)
                        .single())
                .isEqualTo("{a@sm.example,b@sm.example}");
        OrganisationId cegep = id("Cégep du Vieux-Port");
        act(() -> {
            organisations.update(cegep, 1, OrganisationFacts.named("Cégep du Nouveau-Port"));
            return true;
        });

        assertThat(post(url + "/undo")).hasStatus(303);
        queued.runAll();
        assertThat(get(url)).bodyText().contains("Cégep du Nouveau-Port", "Modifiée depuis");
        assertThat(names()).containsExactly("Cégep du Nouveau-Port");
        assertThat(count("affiliation")).isZero();
        assertThat(post(url + "/undo")).hasStatus(422);
    }

    @Test
    void fileOverridesRecordsOnRequest() throws Exception {
        OrganisationId id = act(() -> organisations.create(new OrganisationFacts(
                "Syndicat des métiers", null, List.of(), OrganisationKind.FEDERATION, "QC-06", null, List.of(), null)));
        String url = read("ORGANISATIONS", "Nom;Type;Région\nSyndicat des métiers;Syndicat;Laval\n");
        assertThat(post(
                        url + "/columns",
                        "version",
                        "1",
                        "column0",
                        "NAME",
                        "column1",
                        "KIND",
                        "column2",
                        "",
                        "known",
                        "REPLACE"))
                .hasStatus(303);
        assertThat(post(url + "/columns", "version", "1", "column0", "NAME", "known", "LEAVE"))
                .hasStatus(409);
        assertThat(post(url + "/columns", "version", "2", "column0", "NAME", "column1", "NAME", "known", "LEAVE"))
                .hasStatus(422);
        enter(url, 2);
        OrganisationFacts after = act(() -> organisationReading.findById(id)).facts();
        assertThat(after.kind()).isEqualTo(OrganisationKind.LOCAL_UNION);
        assertThat(after.place()).isEqualTo("QC-06");
    }

    @Test
    void unreadableFileShowsReasonAndLeavesNothing() {
        assertThat(upload("ORGANISATIONS", "vide.csv", new byte[0])).hasStatus(422);
        assertThat(upload("ORGANISATIONS", "titres.csv", "Nom;Sigle\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422);
        assertThat(upload("ORGANISATIONS", "image.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}))
                .hasStatus(422);
        assertThat(db.sql("SELECT count(*) FROM platform.imports_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void importIsDiscardedOrRunOnce() {
        String url = read("ORGANISATIONS", "Nom;Sigle\nA;B\n");
        assertThat(post(url + "/run", "version", "9")).hasStatus(409);
        assertThat(post(url + "/discard")).hasStatus(303);
        assertThat(get(url)).hasStatus(404);
        String other = read("ORGANISATIONS", "Nom;Sigle\nA;B\n");
        enter(other);
        assertThat(post(other + "/run", "version", "1")).hasStatus(422);
        assertThat(post(other + "/discard")).hasStatus(422);
        assertThat(mvc.get().uri(other).with(visitors.as(Role.VOLUNTEER))).hasStatus(403);
    }
}
