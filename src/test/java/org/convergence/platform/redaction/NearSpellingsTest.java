package org.convergence.platform.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name with an unknown word in it, or beside the code name, is listed; others are not. */
class NearSpellingsTest {

    private static final String BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
            .withOthers(List.of("anne", "lea", "maelle"), List.of(), List.of());

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
                "Avec Anne Maëlle Héloïse L'Écuyer-Desrosiers hier",
                "Présences\nRoy\nL'Écuyer-Desrosiers\nMaëlle Héloïse\nLuc",
                "- L'Écuyer-Desrosiers\n- Maëlle Héloïse\n- Luc",
                "nom\nL'Écuyer-Desrosiers\nMaëlle Héloïse\nLuc",
                "Jean Roy\nMaëlle Héloïse\nL'Écuyer-Desrosiers\nà demain",
                "<w:p><w:t>Roy</w:t></w:p><w:p><w:t>L'Écuyer-Desrosiers</w:t></w:p><w:p><w:t>Maëlle Héloïse</w:t></w:p>",
                "Avec Léa Maëlle Héloïse L'Écuyer-Desrosiers hier",
                "Avec Jeanne-Léa Maëlle Héloïse L'Écuyer-Desrosiers hier",
                "Avec Roy-Maëlle Héloïse L'Écuyer-Desrosiers hier",
                "Avec Maëlle Héloïse L'Écuyer-Desrosiers Roy hier",
                "Avec Maëlle Héloïse L'Écuyer-Desrosiers-Roy hier",
                "Présents : L'Écuyer-Desrosiers, Maëlle Héloïse, Luc",
                "Merci,\n\nMaëlle Héloïse\nL'Écuyer-Desrosiers\n123, rue Roy",
                "<tr><td>Maëlle Héloïse</td><td>L'Écuyer-Desrosiers</td><td>Montréal</td></tr>"
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
                "L'Écuyer-Desrosiers, Maëlle Héloïse",
                "Luc;\"L'Écuyer-Desrosiers, Maëlle Héloïse\";Roy",
                "Vu Maëlle Héloïse L'Écuyer-Desrosiers. Roy aussi",
                "Luc Roy\nMaëlle Héloïse L'Écuyer-Desrosiers\nLéa",
                "Léa, Maëlle Héloïse L'Écuyer-Desrosiers",
                "Rencontrer Maëlle Héloïse L'Écuyer-Desrosiers"
            })
    void stillReplacesHerOnOneLine(String text) {
        assertThat(maelle.replace(text, "Bécasseau")).contains("Bécasseau").doesNotContain("Maëlle", "Écuyer");
    }

    @Test
    void readsBookmarksOfAPdfAndSheetsInADocument() throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var outline = new PDDocumentOutline();
            var bookmark = new PDOutlineItem();
            bookmark.setTitle("Maëlle Héloïse L'Écuyer-Desrosiers");
            outline.addLast(bookmark);
            document.getDocumentCatalog().setDocumentOutline(outline);
            document.save(pdf);
        }
        assertThat(new DocumentRedaction.FileSearch(maelle).test("application/pdf", pdf.toByteArray()))
                .isTrue();
        byte[] sheet =
                zip("xl/sharedStrings.xml", "<si><t>Maëlle Héloïse L'Écuyer-Desrosiers</t></si>".getBytes(UTF_8));
        byte[] letter = zip("word/embeddings/sheet1.xlsx", sheet);
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assertThat(new DocumentRedaction.FileSearch(maelle).test(type, letter)).isTrue();
        assertThat(FileRewriter.rewrite(type, letter, text -> maelle.replace(text, "Bécasseau")))
                .get()
                .satisfies(bytes -> assertThat(new DocumentRedaction.FileSearch(maelle).test(type, bytes))
                        .isFalse());
    }

    /** A string of several rows stays in those of others: a decision replaces its own cells. */
    @Test
    void replacesHerRowOfAWorkbookWithSharedStrings() throws IOException {
        String sheet = row(0, 1) + row(2, 1) + row(0, 3);
        byte[] book = zip(Map.of(
                "xl/sharedStrings.xml",
                "<sst><si><t>Maëlle Héloïse</t></si><si><t>L'Écuyer-Desrosiers</t></si><si><t>Jean</t></si><si/></sst>",
                "xl/worksheets/sheet1.xml",
                "<row/>" + sheet,
                "xl/worksheets/sheet2.xml",
                row(2, 3)));
        assertThat(FileRewriter.rewrite(BOOK, book, text -> maelle.replace(text, "Bécasseau")))
                .isEmpty();
        byte[] rewritten = replaceFirst(replaceFirst(book));
        assertThat(FileTexts.read(BOOK, rewritten).texts().stream()
                        .map(text -> text.replaceAll("<row/?>|</row>", "|").replaceAll("<[^>]*>", " "))
                        .map(text -> text.replaceAll("\\s+", " ").strip()))
                .as("the strings without a cell are gone")
                .contains("|| Bécasseau Bécasseau || Jean L'Écuyer-Desrosiers || Maëlle Héloïse |", "| Jean |")
                .allMatch(text -> text.isEmpty() || text.startsWith("|"));
        assertThat(String.join("", FileTexts.read(BOOK, replaceFirst(rewritten)).texts()))
                .contains("Jean", "Maëlle Héloïse")
                .doesNotContain("Écuyer");
    }

    private byte[] replaceFirst(byte[] book) {
        Mention first = FileTexts.read(BOOK, book).texts().stream()
                .flatMap(text -> maelle.find(text).mentions().stream())
                .findFirst()
                .orElseThrow();
        return FileRewriter.rewrite(
                        BOOK,
                        book,
                        text -> maelle.replace(
                                text, "Bécasseau", each -> each.context().equals(first.context())))
                .orElseThrow();
    }

    @Test
    void readsTheMetadataOfAPdfAndAttachmentsOfAMail() throws IOException {
        var pdf = new ByteArrayOutputStream();
        String name = "Maëlle Héloïse L'Écuyer-Desrosiers";
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var xmp = new ByteArrayInputStream(("<dc:creator>" + name + "</dc:creator>").getBytes(UTF_8));
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, xmp));
            document.save(pdf);
        }
        assertThat(new DocumentRedaction.FileSearch(maelle).test("application/pdf", pdf.toByteArray()))
                .isTrue();
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        String mail = "Subject: CV\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: " + word + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(zip(Map.of("word/document.xml", "<w:t>" + name + "</w:t>")))
                + "\r\n--x--\r\n";
        assertThat(new DocumentRedaction.FileSearch(maelle).test("message/rfc822", mail.getBytes(UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_maelle.lecuyer@exemple.org_",
                "maelle.lecuyer@exemple。org",
                "Maëlle&ThinSpace;Héloïse L&apos;Écuyer&hyphen;Desrosiers",
                "Ma&ZeroWidthSpace;ëlle Héloïse Lꞌ\u00c9cuyer-Desrosiers",
                "Ma=C3=\r\n=ABlle H=C3=A9lo=C3=AFse L'=C3=89cuyer-Desrosiers"
            })
    void replacesInUnusualMarkup(String text) {
        NameSpellings all = NameSpellings.of(
                List.of("Maëlle Héloïse L'Écuyer-Desrosiers", "maelle.lecuyer@exemple.org"), "", "", List.of());
        assertThat(all.replace("vu " + text + " hier", "Bécasseau")).matches("vu _?Bécasseau_? hier");
        assertThat(all.find("vu Ma¨elle H´elo¨ıse L'´Ecuyer-Desrosiers hier").mentions())
                .as("accents as characters of their own, as in texts of PDF files")
                .hasSize(1);
    }

    private static String row(int first, int second) {
        String cell = "<c r=\"A1\" s=\"1\" t=\"s\"><v>%d</v></c>";
        return "<row>" + cell.formatted(first) + cell.formatted(second) + "</row>";
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
