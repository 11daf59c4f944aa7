package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Certain matches are replaced despite encodings, widths, blanks, markup, capitals and accents; mentions are listed;
 * other text stays.
 */
class NameSpellingsTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final NameSpellings names = NameSpellings.of(
            List.of("María-José Ñuñez", "Ñuñez María-José", "majo@exemple.org", "+52 55 7391-4628", "Majo"));

    private final NameSpellings ana = NameSpellings.of(
            List.of("Ana Pérez", "Pérez Ana", "ana@exemple.org"), "Ana", "Pérez", List.of("bureau@exemple.org"));

    private final NameSpellings several = NameSpellings.of(
            List.of("Ana María Pérez López", "Pérez López Ana María"), "Ana María", "Pérez López", List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Avec María-José Ñuñez, hier",
                "MARIA JOSE NUÑEZ",
                "Bonjour\\nMaría-José Ñuñez",
                "?q=Maria+Jose+Nunez",
                "<MAJO@exemple.org>",
                "{\"given_name\": \"María José\", \"family_name\": \"Ñuñez\"}",
                "{\"body\":\"{\\\"familyName\\\":\\\"Ñuñez\\\",\\\"givenName\\\":\\\"María-José\\\"}\"}",
                "au 55 (7391) 4628, +52 55 7391 4628"
            })
    void replacesNamesAddressesAndNumbers(String text) {
        assertThat(names.isIn(text)).isTrue();
        assertThat(names.isIn(names.replace(text, "Colibri"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie-José Nunes",
                "Maria",
                "Ñuñez",
                "amajo@exemple.org",
                "x.majo@exemple.org",
                "majo@exemple.org.mx",
                "Majo et les autres",
                "Maria Joseph Nuñezia",
                "[\"Maria-José\", \"Roy\", \"Nuñez\"]",
                "Maria-José; Roy; Nuñez"
            })
    void leavesOthersAsTheyAre(String text) {
        assertThat(names.isIn(text)).isFalse();
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo_Ana_Pérez_2024.jpg",
                "Ana%20P%C3%A9rez",
                "ana%2520p%25C3%25A9rez",
                "Ana%20Pe%CC%81rez",
                "Ana%20P%E9rez",
                "Ana P&eacute;rez",
                "Ana P&#233;rez",
                "Ana P&#xE9;rez",
                "Ana&nbsp;P&amp;eacute;rez",
                "Ana    Pérez",
                "Ana\u00a0\u202fPérez",
                "A\u200bn\u200da P\u00adé\u2060rez",
                "\ufeffAna Pérez",
                "Ａｎａ　Ｐéｒｅｚ",
                "𝐀𝐧𝐚 𝐏é𝐫𝐞𝐳",
                "**Ana** Pérez",
                "An**a** Pérez",
                "Ana <b>Pérez</b>",
                "Ana\\ P\\érez",
                "~~Ana~~ `Pérez`",
                "P\\u00e9rez, Ana",
                "PÉREZ, Ana",
                "Ana PÃ©rez",
                "Ana P=C3=A9rez",
                "Ana=20P=C3=A9r=\r\nez",
                "Ana Pérez2",
                "Ana+Pérez",
                "title='Ana Pérez'",
                "<a title=\"Ana Pérez\">",
                "« Ana Pérez »",
                "d’Ana Pérez.",
                "contactÀ:Ana Pérez;"
            })
    void replacesEncodingsWidthsBlanksMarkupCapitalsAndAccents(String text) {
        String said = ana.replace(text, "Colibri");
        assertThat(said).contains("Colibri").doesNotContainIgnoringCase("rez");
        assertThat(ana.find(said).mentions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A. Pérez|INITIALS",
                "A Pérez|INITIALS",
                "Pérez A.|INITIALS",
                "Ana P.|INITIALS",
                "Signé A.P. hier|INITIALS",
                "#AnaPérez|JOINED",
                "anaperez|JOINED",
                "ana.perez|APART",
                "ana.perez@autre.org|APART",
                "AnaPérez2|JOINED",
                "PérezAna|JOINED",
                "#RencontreAnaPérez|JOINED",
                "aperez|JOINED",
                "Ana/Pérez|APART",
                "Ana (Pérez)|APART",
                "Merci Ana, à demain|PART",
                "photo_pérez.jpg|PART",
                "chez Mme Pérez|PART",
                "Luis Pérez, Ana Roy|APART",
                "Luis Pérez; Ana Roy|APART",
                "C’était Ana. Pérez arrive|PART",
                "Ana Pérez-Roy|LONGER",
                "Marie-Ana Pérez|LONGER",
                "au bureau@exemple.org|ADDRESS"
            })
    void listsWhatMayBeAnotherAndLeavesItAsItIs(String text, MentionKind kind) {
        assertThat(ana.replace(text, "Colibri")).isEqualTo(text);
        assertThat(ana.find(text).mentions()).extracting(Mention::kind).contains(kind);
        assertThat(ana.replace(text, "Colibri", mention -> true)).contains("Colibri");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Pérez López|SHORTENED",
                "Ana Pérez|SHORTENED",
                "Ana López|SHORTENED",
                "López Pérez María Ana|APART",
                "A. M. Pérez López|INITIALS",
                "Ana_Pérez.pdf|SHORTENED"
            })
    void listsOneNameOfSeveral(String text, MentionKind kind) {
        assertThat(several.find(text).named()).isFalse();
        assertThat(several.find(text).mentions()).extracting(Mention::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anabelle Pérezon",
                "Luis Pérez",
                "Ana Roy",
                "{\"given_name\": \"Luis\", \"family_name\": \"Pérez\"}",
                "Marie-Ana Roy",
                "analyse, perezoso, banana"
            })
    void saysNothingOfOthers(String text) {
        assertThat(ana.replace(text, "Colibri", mention -> true)).isEqualTo(text);
    }

    @Test
    void treatsApostrophesAndHyphensAlike() {
        NameSpellings camille = NameSpellings.of(List.of("Camille D’Amours-Roy"));
        for (String each : List.of(
                "Camille D'Amours-Roy",
                "Camille D’Amours‑Roy",
                "Camille D&#39;Amours&#8209;Roy",
                "Camille D%27Amours Roy",
                "Camille Dʼ Amours-Roy")) {
            assertThat(camille.replace(each, "Colibri")).as(each).isEqualTo("Colibri");
        }
    }

    @Test
    void keepsMarkupAroundName() {
        assertThat(ana.replace("**Ana** Pérez et Ana *Pérez*", "Colibri")).isEqualTo("**Colibri** et Colibri");
        assertThat(ana.replace("<p>Ana <b>Pérez</b></p>", "Colibri")).isEqualTo("<p>Colibri<b></b></p>");
    }

    @Test
    void listsANameOfOneWordThatOthersHaveToo() {
        NameSpellings florentine = NameSpellings.of(List.of("Florentine"), "Florentine", "", List.of());
        for (String each : List.of("Florentine Gadbois", "vu Florentine hier", "une pizza florentine", "Florentine")) {
            assertThat(florentine.replace(each, "Colibri")).isEqualTo(each);
            assertThat(florentine.find(each).mentions()).as(each).hasSize(1);
        }
    }

    @Test
    void findsNamesAnywhereInALongText() {
        String words = "un mot, puis un autre\n".repeat(6_000);
        String text = "Ana Pérez ".concat(words).concat("Ana <b>Pérez</b>, ").repeat(3);
        String said = ana.replace(text, "Colibri");
        assertThat(said).doesNotContain("Pérez").hasSize(text.length() - 12);
    }

    /** A text of 200 kB shows a time that grows with the square, the whole suite takes the full megabyte. */
    @Test
    void hostileTextsTakeLinearTime() {
        int length = TestTags.runsAll() ? 1_000_000 : 200_000;
        for (String each : List.of("<Ana", "%25", "Ana;", "A.", "Ana \"a\":", "ana@", "e\u0301")) {
            String text = each.repeat(length / each.length());
            Assertions.assertTimeout(Duration.ofMillis(length / 100), () -> ana.replace(text, "Colibri"), each);
        }
    }

    @Test
    void redactsNameSplitIntoRunsInWordFile() throws IOException {
        for (byte[] file :
                List.of(word("Témoignage de María-José Ñuñez."), word("Témoignage de María-", "José Ñu", "ñez."))) {
            byte[] rewritten = FileRewriter.rewrite(WORD, file, text -> names.replace(text, "Colibri"))
                    .orElseThrow();
            try (var document = new XWPFDocument(new ByteArrayInputStream(rewritten))) {
                assertThat(document.getParagraphs().get(0).getText()).isEqualTo("Témoignage de Colibri.");
            }
        }
        assertThat(FileRewriter.rewrite(WORD, word("Personne d’autre"), text -> names.replace(text, "Colibri")))
                .isEmpty();
        assertThat(rewritten("text/html", "<p>Mar&iacute;a <i>José</i> Ñuñez</p>", StandardCharsets.UTF_8))
                .isEqualTo("<p>Colibri<i></i></p>");
        assertThat(rewritten("text/markdown", "# María **José** Ñuñez", StandardCharsets.UTF_8))
                .isEqualTo("# Colibri");
        assertThat(rewritten("text/csv", "Nom\nMaria Jose Nunez", StandardCharsets.UTF_8))
                .isEqualTo("Nom\nColibri");
    }

    @Test
    void nameInTwoCellsKeepsColumns() {
        for (String[] each : new String[][] {
            {"1;Ñuñez;María-José;Paris", "1;Colibri;Colibri;Paris"},
            {"\"Ñuñez\",\"María José\",\"Paris\"", "\"Colibri\",\"Colibri\",\"Paris\""},
            {"Ñuñez, María-José, hier", "Colibri, Colibri, hier"}
        }) {
            assertThat(names.replace(each[0], "Colibri")).isEqualTo(each[0]);
            assertThat(names.isPossiblyIn(each[0])).isTrue();
            assertThat(names.replace(each[0], "Colibri", mention -> true)).isEqualTo(each[1]);
        }
        assertThat(names.replace("{\"givenName\": \"María-José\", \"familyName\": \"Ñuñez\"}", "Colibri"))
                .isEqualTo("{\"givenName\": \"Colibri\", \"familyName\": \"\"}");
    }

    @Test
    void readsPlainFileInItsEncodingAndListsOldFormats() {
        for (Charset charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
            String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\ufeff" : "";
            assertThat(rewritten("text/csv", mark + "Nom;Saison\nMaría-José Ñuñez;été", charset))
                    .isEqualTo(mark + "Nom;Saison\nColibri;été");
            assertThat(FileTexts.read("application/msword", "\u0001x Témoignage de María-José Ñuñez".getBytes(charset))
                            .texts())
                    .anyMatch(names::isIn);
        }
    }

    private String rewritten(String type, String text, Charset charset) {
        return FileRewriter.rewrite(type, text.getBytes(charset), each -> names.replace(each, "Colibri"))
                .map(bytes -> new String(bytes, charset))
                .orElse(text);
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
