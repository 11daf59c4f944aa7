package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However somebody's name is written, it is found; what is others' stays. */
class NamePatternTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final NamePattern names = NamePattern.of(
            List.of("María-José Ñuñez", "Ñuñez María-José", "majo@exemple.org", "+52 55 7391-4628", "Majo"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Avec María-José Ñuñez, hier",
                "MARIA JOSE NUÑEZ",
                "Nuñez, Maria-José",
                "Mari\u0301a José\nNun\u0303ez",
                "Bonjour\\nMaría-José Ñuñez",
                "?q=Maria+Jose+Nunez",
                "<MAJO@exemple.org>",
                "[\"Nuñez\", \"Maria-José\", \"x\"]",
                "{\"given_name\": \"María José\", \"family_name\": \"Ñuñez\"}",
                "{\"body\":\"{\\\"familyName\\\":\\\"Ñuñez\\\",\\\"givenName\\\":\\\"María-José\\\"}\"}",
                "1;Ñuñez;María-José;Paris",
                "\"Ñuñez\";\"María-José\"",
                "au 55 (7391) 4628, +52 55 7391 4628"
            })
    void sheIsFound(String text) {
        assertThat(names.compiled().matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie-José Nunes",
                "Maria",
                "Ñuñez",
                "amajo@exemple.org",
                "Majo et les autres",
                "Maria Joseph Nuñezia",
                "[\"Maria-José\", \"Roy\", \"Nuñez\"]",
                "Maria-José; Roy; Nuñez"
            })
    void othersAreNot(String text) {
        assertThat(names.compiled().matcher(text).find()).isFalse();
    }

    @Test
    void aNameOfOneWordIsLookedForWhereSheHasNoOther() {
        assertThat(NamePattern.of(List.of("Zapatista"))
                        .compiled()
                        .matcher("la zapatista.")
                        .find())
                .isTrue();
    }

    @Test
    void herNameGoesFromAWordFileWhereItStandsInOnePieceAndTheFileIsNamedWhereItDoesNot() throws IOException {
        byte[] whole = word("Témoignage de María-José Ñuñez.");
        FileRedaction.Redacted redacted =
                FileRedaction.of(WORD, whole, names, "Colibri").orElseThrow();
        assertThat(redacted.left()).isFalse();
        try (var document = new XWPFDocument(new ByteArrayInputStream(redacted.bytes()))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("Témoignage de Colibri.");
        }
        assertThat(FileRedaction.of(WORD, word("María-José ", "Ñuñez"), names, "Colibri")
                        .orElseThrow()
                        .left())
                .isTrue();
        assertThat(FileRedaction.of(WORD, word("Personne d’autre"), names, "Colibri"))
                .isEmpty();
        assertThat(FileRedaction.of(
                        "text/csv", "Nom\nMaria Jose Nunez".getBytes(StandardCharsets.UTF_8), names, "Colibri"))
                .hasValueSatisfying(file -> assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                        .isEqualTo("Nom\nColibri"));
    }

    @Test
    void whoStandsInTwoCellsLeavesTheSecondEmptySoThatColumnsStayWhereTheyAre() {
        assertThat(names.instead("1;Ñuñez;María-José;Paris", "Colibri")).isEqualTo("1;Colibri;;Paris");
        assertThat(names.instead("\"Ñuñez\",\"María José\",\"Paris\"", "Colibri"))
                .isEqualTo("\"Colibri\",\"\",\"Paris\"");
        assertThat(names.instead("{\"givenName\": \"María-José\", \"familyName\": \"Ñuñez\"}", "Colibri"))
                .isEqualTo("{\"givenName\": \"Colibri\", \"familyName\": \"\"}");
        assertThat(names.instead("Ñuñez, María-José, hier", "Colibri")).isEqualTo("Colibri, hier");
    }

    @Test
    void aPlainFileIsReadAsItWasWrittenAndAnOldOneIsNamed() {
        for (Charset charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
            String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\ufeff" : "";
            assertThat(FileRedaction.of(
                            "text/csv",
                            (mark + "Nom;Prénom\nÑuñez;María-José;été").getBytes(charset),
                            names,
                            "Colibri"))
                    .hasValueSatisfying(file ->
                            assertThat(new String(file.bytes(), charset)).isEqualTo(mark + "Nom;Prénom\nColibri;;été"));
            assertThat(FileRedaction.of(
                                    "application/msword",
                                    "\u0001x Témoignage de María-José Ñuñez".getBytes(charset),
                                    names,
                                    "Colibri")
                            .orElseThrow()
                            .left())
                    .isTrue();
        }
    }

    private static byte[] word(String... pieces) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            XWPFParagraph paragraph = document.createParagraph();
            for (String piece : pieces) {
                paragraph.createRun().setText(piece);
            }
            document.write(out);
        }
        return out.toByteArray();
    }
}
