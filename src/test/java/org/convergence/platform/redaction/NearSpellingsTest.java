package org.convergence.platform.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name with an unknown word in it, or beside the code name, is listed; others are not. */
class NearSpellingsTest {

    private final NameSpellings zoe = NameSpellings.of(
            List.of("Zoé-Maëlle Ixchel L’Écœur-Núñez", "L’Écœur-Núñez Zoé-Maëlle Ixchel"),
            "Zoé-Maëlle Ixchel",
            "L’Écœur-Núñez",
            List.of());

    private final NameSpellings jean =
            NameSpellings.of(List.of("Anne Saint-Jean", "Saint-Jean Anne"), "Anne", "Saint-Jean", List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoé-Maëlle Ixchell L’Écœur-Núñez",
                "Zoé-Maële Ixchel L’Écœur-Núñez",
                "Zoë-Maëlle Ixxel L’Écoeur",
                "Zoé-Maëlle Ixchel L’Écoeurs-Núñez",
                "L’Écœur-Núñez Ixchell Zoé-Maëlle",
                "Xochi L’Écœur-Núñez",
                "Xochi-Zo L’Écœur-Núñez",
                "xochi.lecoeur-nunez@autre.example",
                "lecoeurnunez@autre.example",
                "Zo\\'e-Ma\\\"elle Ixchel L'\\'Ec{\\oe}ur-N\\'u\\~nez",
                "Zoe'-Mae\"lle Ixchel L'E'coeur-Nu'n~ez"
            })
    void listsTheWholeNameWithUnknownWords(String name) {
        String text = "vu avec " + name + " hier";
        assertThat(zoe.replace(text, "Colibri")).isEqualTo(text);
        assertThat(zoe.replace(text, "Colibri", mention -> true))
                .matches("vu avec (xochi\\.)?Colibri(@autre.example)? hier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1;\"Zoé-Maëlle\";\"L’Écœur-Núñez\";x",
                "{\"nom\":\"L’Écœur-Núñez\",\"prenom\":\"Zoé-Maëlle\"}",
                "<prenom>Zoé-Maëlle</prenom><nom>L’Écœur-Núñez</nom>"
            })
    void listsSomeOfTheNamesInNeighbouringCells(String row) {
        assertThat(zoe.replace(row, "Colibri")).isEqualTo(row);
        assertThat(zoe.replace(row, "Colibri", mention -> true))
                .contains("Colibri")
                .doesNotContain("Zo", "cœur");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ixxel Núñez",
                "Luis Núñez",
                "Zoé Roy",
                "Zoé Roy, Luis Núñez",
                "Zoé Roy et Luis Núñez",
                "Zoé Roy avec Luis Claire Marc Núñez",
                "Luc Roy-Núñez",
                "Luc L’Écœur-Tremblay"
            })
    void saysNothingOfOthers(String other) {
        String text = "vu avec " + other + " hier";
        assertThat(zoe.replace(text, "Colibri", mention -> true)).isEqualTo(text);
    }

    @Test
    void saintIsNoSecondFamilyName() {
        assertThat(jean.find("vu Luc Saint-Jean hier").mentions()).isEmpty();
        assertThat(jean.find("vu saintjean@autre.example hier").mentions()).isEmpty();
        assertThat(jean.find("vu Mme Saint-Jean hier").mentions()).hasSize(1);
    }

    /** What stands beside the code name is not another person's name. */
    @Test
    void listsWhatIsLeftBesideTheCodeName() {
        NameSpellings beside = NameSpellings.of(
                List.of("Zoé-Maëlle Ixchel L’Écœur-Núñez"),
                "Zoé-Maëlle Ixchel",
                "L’Écœur-Núñez",
                List.of(),
                "Macareux");
        for (String text : List.of("vu Zoé-Maële Macareux hier", "vu Zoé Macareux hier", "vu Macareux-Núñez hier")) {
            assertThat(zoe.find(text).mentions()).as(text).isEmpty();
            assertThat(beside.replace(text, "Macareux", mention -> true)).isEqualTo("vu Macareux hier");
        }
        assertThat(beside.find("vu Macareux hier").mentions()).isEmpty();
        assertThat(beside.find("vu Macareux et Zoé Roy hier").mentions()).isEmpty();
    }

    private final NameSpellings maelle = NameSpellings.of(
                    List.of("Maëlle Héloïse L'Écuyer-Desrosiers", "L'Écuyer-Desrosiers Maëlle Héloïse"),
                    "Maëlle Héloïse",
                    "L'Écuyer-Desrosiers",
                    List.of())
            .withOthers(List.of("Anne Maëlle Héloïse L'Écuyer-Desrosiers"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jean;L'Écuyer-Desrosiers\nMaëlle Héloïse;Roy",
                "Jean\tL'Écuyer-Desrosiers\nMaëlle Héloïse\tRoy",
                "Jean,L'Écuyer-Desrosiers\nMaëlle Héloïse,Roy",
                "Roy;Maëlle Héloïse\nL'Écuyer-Desrosiers;Jean",
                "<tr><td>Jean</td><td>L'Écuyer-Desrosiers</td></tr><tr><td>Maëlle Héloïse</td><td>Roy</td></tr>",
                "<si><t>Maëlle Héloïse</t></si><si><t>L'Écuyer-Desrosiers</t></si>",
                "Présents : Roy, L'Écuyer-Desrosiers, Maëlle Héloïse, Luc",
                "Merci à Luc, Maëlle Héloïse, L'Écuyer-Desrosiers et Roy",
                "[\"Jean\",\"L'Écuyer-Desrosiers\",\"Maëlle Héloïse\",\"Roy\"]",
                "Avec Anne Maëlle Héloïse L'Écuyer-Desrosiers hier"
            })
    void rewritesNobodyElse(String text) {
        assertThat(maelle.replace(text, "Bécasseau")).isEqualTo(text);
        assertThat(maelle.find(text).mentions()).as("it is listed").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vu M. L.-D. hier", "Vu M.H. É.-D. hier", "Vu M. H. L. D. hier", "par mlecuyer hier"})
    void listsInitialsAndLoginsWithoutTheApostrophe(String text) {
        assertThat(maelle.replace(text, "Bécasseau")).isEqualTo(text);
        assertThat(maelle.find(text).mentions()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maëlle Héloïse;L'Écuyer-Desrosiers\nJean;Roy",
                "<tr><td>Maëlle Héloïse</td><td>L'Écuyer-Desrosiers</td></tr>",
                "Présents : L'Écuyer-Desrosiers, Maëlle Héloïse, Luc",
                "Rencontre avec Maëlle Héloïse\nL'Écuyer-Desrosiers, puis Luc"
            })
    void stillReplacesHerInOneRow(String text) {
        assertThat(maelle.replace(text, "Bécasseau")).contains("Bécasseau").doesNotContain("Maëlle", "Écuyer");
    }

    @Test
    void readsTheAuthorOfAPdfAndSheetsInADocument() throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor("Maëlle Héloïse L'Écuyer-Desrosiers");
            document.save(pdf);
        }
        assertThat(DocumentRedaction.containsName("application/pdf", pdf.toByteArray(), maelle))
                .isTrue();
        byte[] sheet =
                zip("xl/sharedStrings.xml", "<si><t>Maëlle Héloïse L'Écuyer-Desrosiers</t></si>".getBytes(UTF_8));
        byte[] letter = zip("word/embeddings/sheet1.xlsx", sheet);
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assertThat(DocumentRedaction.containsName(type, letter, maelle)).isTrue();
        assertThat(FileRewriter.rewrite(type, letter, text -> maelle.replace(text, "Bécasseau")))
                .get()
                .satisfies(bytes -> assertThat(DocumentRedaction.containsName(type, bytes, maelle))
                        .isFalse());
    }

    @Test
    void replacesNameInPartOfWordFileWithAnyName() throws IOException {
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        byte[] part = "\ufeff<?xml version=\"1.0\"?><w:t>Maëlle Héloïse L'Écuyer-Desrosiers</w:t>"
                .getBytes(StandardCharsets.UTF_8);
        byte[] letter = zip("word/afchunk.dat", part);
        assertThat(DocumentRedaction.containsName(type, letter, maelle)).isTrue();
        assertThat(FileRewriter.rewrite(type, letter, text -> maelle.replace(text, "Bécasseau")))
                .isPresent();
        assertThat(FileRewriter.rewrite(type, zip("word/media/a.png", new byte[] {1, 2}), text -> "x"))
                .as("a picture")
                .isEmpty();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
