package org.convergence.platform.redaction;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.Letterhead;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

/** What is inside a file is read whatever its declared type; what is not read in full says so, and stops nothing. */
class FileTextsTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final String NAME = "Maëlle L'Écuyer";
    private static final byte[] LETTER = ("<w:t>Avec " + NAME + "</w:t>").getBytes(UTF_8);

    private static final Words FRENCH = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    private final NameSpellings names = NameSpellings.of(List.of(NAME));

    @Test
    void readsThePapersAndListsOfTheApplicationInFull() {
        var paper = new Paper(
                "Procès-verbal",
                "",
                "Le Quai",
                "Une assemblée",
                List.of(Section.of(
                        "Présences", List.of(new Block.Paragraph(Inline.of("Proposé par " + NAME + ", appuyé"))))));
        for (PaperFormat format : PaperFormat.PAPERS) {
            var out = new ByteArrayOutputStream();
            format.write(paper, FRENCH, RenderingOptions.letterPaper("https://plan.exemple.org", Letterhead.NONE), out);
            requireNamed(format.mediaType(), out.toByteArray(), true);
        }
    }

    /** In a list with the names in two columns, nothing of a row is replaced until a person decides, then all of it. */
    @Test
    void leavesARowWithTheNamesInTwoCellsToADecision() {
        NameSpellings hers = NameSpellings.of(List.of(NAME, "m@exemple.org"), "Maëlle", "L'Écuyer", List.of());
        for (TableFormat format : TableFormat.values()) {
            var out = new ByteArrayOutputStream();
            TableWriter.write(
                    format,
                    "Personnes",
                    List.of("Prénom", "Nom", "Courriel"),
                    List.of(List.of("Luc", "Roy", ""), List.of("Maëlle", "L'Écuyer", "m@exemple.org"))
                            .iterator(),
                    FRENCH,
                    out);
            String type = format.mediaType().replace("; charset=UTF-8", "");
            FileTexts read = FileTexts.read(type, out.toByteArray());
            assertThat(read.isWhole()).isTrue();
            assertThat(read.texts()).noneMatch(hers::isIn).anyMatch(hers::isPossiblyIn);
            assertThat(FileRewriter.rewrite(type, out.toByteArray(), text -> hers.replace(text, "Colibri")))
                    .isEmpty();
            byte[] decided = FileRewriter.rewrite(
                            type, out.toByteArray(), text -> hers.replace(text, "Colibri", mention -> true))
                    .orElseThrow();
            assertThat(FileTexts.read(type, decided).texts())
                    .noneMatch(text -> text.contains("Maëlle") || text.contains("cuyer") || text.contains("m@exemple"))
                    .anyMatch(text -> text.contains("Colibri"));
        }
    }

    /** A workbook whose sheet, table or formula bears the name would be damaged: it is found, and stays for a person. */
    @Test
    void leavesAWorkbookThatIsBuiltOnTheName() throws IOException {
        String workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        byte[] cell = ("<row><c t=\"inlineStr\"><is><t>" + NAME + "</t></is></c></row>").getBytes(UTF_8);
        byte[] plain =
                zip("xl/workbook.xml", "<sheet name=\"Heures\"/>".getBytes(UTF_8), "xl/worksheets/sheet1.xml", cell);
        assertThat(FileRewriter.rewrite(workbook, plain, text -> names.replace(text, "Colibri")))
                .isPresent();
        for (byte[] built : List.of(
                zip(
                        "xl/workbook.xml",
                        ("<sheet name=\"" + NAME + "\"/>").getBytes(UTF_8),
                        "xl/worksheets/sheet1.xml",
                        cell),
                zip(
                        "xl/worksheets/sheet1.xml",
                        cell,
                        "xl/tables/table1.xml",
                        ("<tableColumn name=\"" + NAME + "\"/>").getBytes(UTF_8)),
                zip(
                        "xl/worksheets/sheet1.xml",
                        cell,
                        "xl/worksheets/sheet2.xml",
                        "<f>'Maëlle L''Écuyer'!B2</f>".getBytes(UTF_8)))) {
            requireNamed(workbook, built, true);
            assertThat(FileRewriter.rewrite(workbook, built, text -> names.replace(text, "Colibri")))
                    .isEmpty();
        }
    }

    @Test
    void leavesAPartThatIsTooLargeUnreadAndReadsTheOthers() throws IOException {
        byte[] large = new byte[OfficePackage.MOST_TEXT + 1];
        Arrays.fill(large, (byte) ' ');
        large[0] = '<';
        byte[] file = zip("word/document.xml", large, "word/footer1.xml", LETTER);
        requireNamed(WORD, file, false);
        byte[] rewritten = FileRewriter.rewrite(WORD, file, text -> names.replace(text, "Colibri"))
                .orElseThrow();
        FileTexts read = FileTexts.read(WORD, rewritten);
        assertThat(read.texts()).noneMatch(names::isIn).anyMatch(text -> text.contains("Colibri"));
        assertThat(read.isWhole()).isFalse();
        byte[] picture = new byte[30 << 20];
        picture[0] = 'B';
        requireNamed(WORD, zip("word/media/image1.bmp", picture, "word/document.xml", LETTER), false);
    }

    @Test
    void readsWhatIsInsideAnOfficeFileByItsContent() throws IOException {
        byte[] letter = zip("word/document.xml", LETTER);
        requireNamed(WORD, zip("word/embeddings/package1.bin", letter), true);
        requireNamed(WORD, zip("word/embeddings/oleObject1.bin", ("\0\1" + NAME).getBytes(UTF_16LE)), true);
        requireNamed(WORD, zip("word/media/" + NAME + ".png", picture()), true);
        byte[] chunk = zip("word/afchunk.txt", NAME.getBytes(UTF_8), "word/document.xml", "<w:t/>".getBytes(UTF_8));
        requireNamed(WORD, chunk, true);
        assertThat(FileRewriter.rewrite(WORD, chunk, text -> names.replace(text, "Colibri")))
                .get()
                .satisfies(
                        bytes -> assertThat(FileTexts.read(WORD, bytes).texts()).contains("Colibri"));
        requireUnread(
                "application/vnd.oasis.opendocument.text",
                zip(
                        "META-INF/manifest.xml",
                        "<m><manifest:encryption-data/></m>".getBytes(UTF_8),
                        "content.xml",
                        new byte[] {1, 2}));
        requireUnread(WORD, Arrays.copyOf(letter, letter.length - 30));
        requireUnread(WORD, new byte[] {1, 2, 3});
        assertThat(FileTexts.read(
                                WORD,
                                zip(
                                        "word/document.xml",
                                        "<w:t>x</w:t>".getBytes(UTF_8),
                                        "word/media/image1.png",
                                        picture()))
                        .isWhole())
                .as("a picture is no text")
                .isTrue();
    }

    @Test
    void readsAttachmentsByTheirContentAndTellsWhatStaysClosed() throws IOException {
        byte[] letter = zip("word/document.xml", LETTER);
        requireNamed("text/plain", mail("application/octet-stream; name=\"lettre.docx\"", letter), true);
        requireNamed("text/plain", mail("application/octet-stream", zip("lettre.docx", letter)), true);
        requireNamed("text/plain", mail("text/plain; charset=x-unknown", NAME.getBytes(UTF_8)), false);
        assertThat(FileTexts.read("text/plain", mail("text/plain; charset=UTF-8", "Rien".getBytes(UTF_8)))
                        .isWhole())
                .isTrue();
        assertThat(FileTexts.read("text/plain", mail("image/png", picture())).isWhole())
                .isTrue();
        requireUnread("text/plain", mail("application/pkcs7-mime", new byte[] {0x30, (byte) 0x82, 1, 2}));
        String second = new String(mail("text/plain", NAME.getBytes(UTF_8)), UTF_8);
        requireUnread("text/plain", ("Transféré :\n\n" + second).getBytes(UTF_8));
        requireUnread("text/plain", (second + "\nFrom x\n" + second).getBytes(UTF_8));
        requireUnread("text/plain", "begin 644 lettre.doc\nM5&5S=`\n`\nend\n".getBytes(UTF_8));
        requireUnread("text/plain", "BEGIN:VCARD\nFN;ENCODING=BASE64:QQ==\n".getBytes(UTF_8));
        requireUnread("text/plain", "<a href=\"data:text/plain;base64,QQ==\">".getBytes(UTF_8));
        assertThat(FileTexts.read("text/plain", "<img src=\"data:image/png;base64,QQ==\">".getBytes(UTF_8))
                        .isWhole())
                .isTrue();
    }

    @Test
    void readsEarlierVersionsAndAttachmentsOfAPdf() throws IOException {
        var first = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setSubject(NAME);
            document.save(first);
        }
        var second = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(first.toByteArray())) {
            document.getDocumentInformation().setSubject("Rien");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(second);
        }
        assertThat(second.size()).isGreaterThan(first.size());
        requireNamed(PDF, second.toByteArray(), true);

        var attached = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var file = new PDEmbeddedFile(document, new ByteArrayInputStream(zip("word/document.xml", LETTER)));
            document.getDocumentCatalog().getCOSObject().setItem("Attached", file);
            document.save(attached);
        }
        requireNamed(PDF, attached.toByteArray(), true);
    }

    @Test
    void tellsThatALockedOrDamagedPdfIsUnread() throws IOException {
        var locked = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(locked);
        }
        requireUnread(PDF, locked.toByteArray());
        requireUnread(PDF, "%PDF-1.7 %%EOF".getBytes(UTF_8));
    }

    private void requireNamed(String type, byte[] file, boolean whole) {
        FileTexts read = FileTexts.read(type, file);
        assertThat(read.texts()).anyMatch(names::isIn);
        assertThat(read.isWhole()).isEqualTo(whole);
    }

    private static void requireUnread(String type, byte[] file) {
        assertThat(FileTexts.read(type, file).isWhole()).isFalse();
    }

    private static byte[] picture() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
    }

    private static byte[] mail(String type, byte[] content) {
        return ("Subject: Note\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(content) + "\r\n--b--\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        return zip(Map.of(name, content));
    }

    private static byte[] zip(String name, byte[] content, String second, byte[] more) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(name, content);
        parts.put(second, more);
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
