package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.testing.ModuleTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockMultipartFile;

/** Faulty lists: the fault is reported in the reader's language, and nothing is imported or lost. */
@ModuleTest
class FaultyListImportTest extends ImportFixture {

    static Stream<Arguments> faults() {
        String many = ";x".repeat(299) + "\n";
        return Stream.of(
                Arguments.of("vide.csv", "", "Ce fichier est vide", "This file is empty"),
                Arguments.of("titres.csv", "Nom;Sigle\n", "aucune ligne", "no line"),
                Arguments.of("larges.csv", "Nom" + many + "A" + many, "plus de 200 colonnes", "more than 200 columns"),
                Arguments.of(
                        "longue.csv",
                        "Nom;Sigle\n" + "Syndicat;S\n".repeat(1_000_000),
                        "Ce fichier a plus de 50",
                        "more than 50,000 rows"),
                Arguments.of(
                        "coupée.csv",
                        "\"Nom\";\"Sigle\"\n\"A\";\"B\"\n\"Syndicat du L",
                        "ligne 3 n’est jamais refermé",
                        "row 3 is never closed"),
                Arguments.of(
                        "page.xlsx",
                        "<!DOCTYPE html><table><tr><td>Nom</td></tr></table>",
                        "n’est pas un tableau",
                        "is not a table"),
                Arguments.of("paquet.xlsx", "PK\u0003\u0004 autre", "est endommagé", "is damaged"));
    }

    @Test
    void statesMaximumLengthOfEachKindOfList() throws Exception {
        var start = mvc.get()
                .uri("/directory/people/imports")
                .with(authentication(new ActorAuthentication(speaking("fr"))))
                .exchange();
        assertThat(Jsoup.parse(start.getResponse().getContentAsString()).text())
                .containsPattern("Organisations\\h: 50\\h000 lignes au plus\\. Personnes\\h: 250\\h000 lignes au plus");
    }

    /** A list of people was once entered as organisations, the first kind. */
    @Test
    void asksWhatTheListHolds() throws Exception {
        var reader = authentication(new ActorAuthentication(speaking("fr")));
        var start = mvc.get().uri("/directory/people/imports").with(reader).exchange();
        assertThat(Jsoup.parse(start.getResponse().getContentAsString()).select("[name=subject]"))
                .hasSize(2)
                .noneMatch(choice -> choice.hasAttr("checked"));
        var answer = mvc.post()
                .uri("/directory/people/imports")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "liste.csv", "text/csv", "Nom\nRoy".getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(reader)
                .exchange();
        assertThat(answer).hasStatus(422);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void reportsUnreadableFileInReadersLanguageAndStoresNothing(String name, String text, String french, String english)
            throws Exception {
        for (String language : new String[] {"fr", "en"}) {
            var answer = mvc.post()
                    .uri("/directory/people/imports")
                    .multipart()
                    .file(new MockMultipartFile("file", name, "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                    .param("subject", "ORGANISATIONS")
                    .with(csrf())
                    .with(authentication(new ActorAuthentication(speaking(language))))
                    .exchange();
            assertThat(answer).hasStatus(422);
            var page = Jsoup.parse(answer.getResponse().getContentAsString());
            assertThat(page.select("main").text()).contains(language.equals("fr") ? french : english);
            assertThat(page.select("[value=ORGANISATIONS]").hasAttr("checked"))
                    .as("the choice is kept")
                    .isTrue();
        }
        assertThat(db.sql("SELECT (SELECT count(*) FROM platform.imports_file)"
                                + " + (SELECT count(*) FROM platform.imports_row)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Actor speaking(String language) {
        Actor actor = visitors.actor(Role.COORDINATOR);
        return new Actor(actor.id(), actor.label(), null, language, actor.permissions());
    }

    @Test
    void ignoresSecondColumnOfSameTitleWithRemark() throws Exception {
        String url = read("ORGANISATIONS", "Nom;Courriel;NOM;Courriel\nSyndicat A;a@a.example;Autre A;b@a.example\n");
        var page = Jsoup.parse(get(url).getResponse().getContentAsString());
        assertThat(page.select("select").eachAttr("name")).startsWith("column0", "column1", "column2", "column3");
        assertThat(page.select("[name=column0] option[selected]").val()).isEqualTo("NAME");
        assertThat(page.select("[name=column2] option[selected]").val()).isEmpty();
        assertThat(page.select(".columns").text())
                .containsOnlyOnce("Une autre colonne porte le même titre; celle-ci est laissée de côté. Autre A");
        assertThat(post(url + "/columns", "version", "1", "column0", "NAME", "column2", "NAME", "known", "COMPLETE"))
                .hasStatus(422)
                .bodyText()
                .contains("Une autre colonne contient déjà cela");
        enter(url);
        assertThat(db.sql("SELECT name || ' ' || contact_keys::text FROM directory.people_organisation")
                        .query(String.class)
                        .list())
                .as("both addresses")
                .containsExactly("Syndicat A {a@a.example,b@a.example}");
    }

    @Test
    void formulaInCellRoundTripsAsText() throws Exception {
        String bad = "=HYPERLINK(\"http://x.example\",\"Ouvrir\")";
        enter(read("ORGANISATIONS", "Nom;Sigle\n\"" + bad.replace("\"", "\"\"") + "\";@SOMME\n"));
        assertThat(names()).containsExactly(bad);
        String csv =
                get("/directory/people/organisations/export.csv").getResponse().getContentAsString();
        assertThat(csv).contains("\"'=HYPERLINK(", "'@SOMME");
        String again = read("ORGANISATIONS", csv);
        assertThat(get(again).getResponse().getContentAsString()).contains("1 inchangée");
        assertThat(get(again)).bodyText().doesNotContain("sera ajoutée", "'=HYPER");
    }

    @Test
    void importsLinesOfTwoEncodingsAndUnterminatedLastLine() {
        byte[] first = "Nom;Sigle\nSyndicat de l’Érable;SÉ\n".getBytes(StandardCharsets.UTF_8);
        byte[] second = "Comité d’Élan;CÉ\nCégep du Vieux-Port".getBytes(Charset.forName("windows-1252"));
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        var read = upload("ORGANISATIONS", "deux.csv", both);
        assertThat(read).hasStatus(303);
        enter(String.valueOf(read.getResponse().getRedirectedUrl()));
        assertThat(names()).containsExactlyInAnyOrder("Syndicat de l’Érable", "Comité d’Élan", "Cégep du Vieux-Port");
    }
}
