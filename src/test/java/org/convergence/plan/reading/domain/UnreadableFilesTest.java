package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;

/** An unreadable file is refused with its reason, quickly and without filling the memory. */
class UnreadableFilesTest {

    private static final String PLAN = "Objectif 1 : Éduquer\n1.1 Ateliers\n- Donner dix ateliers\n";

    private final PlanReader reader = new PlanReader(ReadingLimits.USUAL);

    private PlanRefusalReason refused(byte[] content) {
        PlanRefused refusal = catchThrowableOfType(PlanRefused.class, () -> reader.read(new WrittenFile("x", content)));
        return refusal.reason();
    }

    private ReadPlan read(byte[] content) {
        return reader.read(new WrittenFile("../../etc/passwd", content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void isThePlan(ReadPlan plan) {
        assertThat(PlanPrinter.tree(plan))
                .isEqualTo("O (1) Éduquer\n  M (1.1) Ateliers <EDUCATION>\n    A Donner dix ateliers {FIRM}\n");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(refused(new byte[0])).isEqualTo(PlanRefusalReason.EMPTY);
        assertThat(refused(bytes(" \n\t\n \u00A0 \uFEFF"))).isEqualTo(PlanRefusalReason.EMPTY);
    }

    @Test
    void refusesTextWithoutHeading() {
        assertThat(refused(bytes("Le conseil s’est réuni mardi.\n\nIl se réunira encore.")))
                .isEqualTo(PlanRefusalReason.NO_HEADING);
        assertThat(refused(bytes("- café\n- lait\n- pain\n"))).isEqualTo(PlanRefusalReason.NO_HEADING);
    }

    @Test
    void refusesUnknownTypesByTheirContent() throws IOException {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        assertThat(refused(noise)).isEqualTo(PlanRefusalReason.UNKNOWN_TYPE);
        assertThat(refused(bytes("<!DOCTYPE html><html><body>Objectif 1 : x</body></html>")))
                .isEqualTo(PlanRefusalReason.UNKNOWN_TYPE);
        assertThat(refused(bytes("{\\rtf1\\ansi Objectif 1 : x}"))).isEqualTo(PlanRefusalReason.UNKNOWN_TYPE);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        assertThat(refused(png)).isEqualTo(PlanRefusalReason.UNKNOWN_TYPE);
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet();
            book.write(out);
            assertThat(refused(out.toByteArray())).isEqualTo(PlanRefusalReason.EMPTY);
        }
        assertThat(refused(zip("a.txt", bytes(PLAN)))).isEqualTo(PlanRefusalReason.UNKNOWN_TYPE);
    }

    @Test
    void refusesAFileOverTheLimit() {
        byte[] large = new byte[21 * 1024 * 1024];
        Arrays.fill(large, (byte) 'a');
        assertThat(refused(large)).isEqualTo(PlanRefusalReason.TOO_LARGE);
    }

    @Test
    void refusesTwentyMegabytesOfTextQuickly() {
        String lines =
                "- Donner des ateliers sur la solidarité, en fonction des capacités de l’équipe et des de-\nmandes\n";
        byte[] large = bytes(PLAN + lines.repeat(19 * 1024 * 1024 / 100));
        long start = System.nanoTime();
        assertThat(refused(Arrays.copyOf(large, Math.min(large.length, 20 * 1024 * 1024))))
                .isEqualTo(PlanRefusalReason.TOO_LARGE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theLongestTextIsReadInBoundedTime() {
        String[] nasty = {
            "a",
            " ",
            "-",
            "- ",
            "aa-\n",
            "1.",
            "1.1.",
            "(",
            "\n",
            "\t",
            "x\t",
            "• ",
            "en fonction des ",
            "si le ",
            "Objectif 1 : a\n",
            "1. A\n",
            "##",
            ". ",
            "I.\n",
            "a) b\n",
            "Responsable : ",
            "ÉTÉ\n",
            "é ",
            "l’\n",
            "Action\tDate\n"
        };
        for (String piece : nasty) {
            String text = PLAN + piece.repeat(300_000 / piece.length()) + "\n2. B";
            long start = System.nanoTime();
            try {
                read(bytes(text));
            } catch (PlanRefused refused) {
                assertThat(refused.reason()).isNotNull();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("repeated %s", piece)
                    .isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void readsEveryLineEndingAndEncoding() {
        isThePlan(read(bytes(PLAN.replace("\n", "\r"))));
        isThePlan(read(bytes(PLAN.replace("\n", "\r\n"))));
        isThePlan(read(bytes(PLAN.replace("\n", "\u2028"))));
        isThePlan(read(bytes("\uFEFF" + PLAN)));
        isThePlan(read(("\uFEFF" + PLAN).getBytes(StandardCharsets.UTF_16LE)));
        isThePlan(read(("\uFEFF" + PLAN).getBytes(StandardCharsets.UTF_16BE)));
        isThePlan(read(PLAN.getBytes(StandardCharsets.UTF_16LE)));
        isThePlan(read(PLAN.getBytes(Charset.forName("windows-1252"))));
        isThePlan(read(bytes(PLAN.replace("é", "e\u0301").replace("É", "E\u0301"))));
        isThePlan(read(bytes(PLAN.replace("Donner", "\u200FDon\u00ADner\u202C\u200B"))));
        isThePlan(read(bytes(PLAN.replace("dix", "\u0000dix\u0007"))));
    }

    @Test
    void refusesALockedFile() throws Exception {
        assertThat(refused(new PdfFileBuilder("")
                        .title("Objectif 1 : x")
                        .locked("secret")
                        .file()
                        .content()))
                .isEqualTo(PlanRefusalReason.ENCRYPTED);
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        info.getEncryptor().confirmPassword("secret");
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (var packed = info.getEncryptor().getDataStream(files)) {
                packed.write(
                        new WordFileBuilder().paragraph("Objectif 1 : x").file().content());
            }
            files.writeFilesystem(out);
            assertThat(refused(out.toByteArray())).isEqualTo(PlanRefusalReason.ENCRYPTED);
        }
    }

    @Test
    void refusesWorkbooksThatAreLockedOldHugeOrDamaged() throws Exception {
        byte[] book = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Objectif 1 : x</t></is></c></row>");
        assertThat(refused(Arrays.copyOf(book, book.length / 2))).isEqualTo(PlanRefusalReason.UNREADABLE);
        assertThat(refused(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c>".repeat(3))))
                .as("elements that are not closed")
                .isEqualTo(PlanRefusalReason.UNREADABLE);
        assertThat(refused(workbook("<row>" + "<c><v>1</v></c>".repeat(60_000) + "</row>")))
                .isEqualTo(PlanRefusalReason.TOO_LARGE);
        assertThat(refused(workbook("<row><c t=\"inlineStr\"><is><t>" + "a".repeat(2_000_000) + "</t></is></c></row>")))
                .isEqualTo(PlanRefusalReason.TOO_LARGE);
        assertThat(refused(workbook("<row r=\"2147483647\"><c r=\"XFD2147483647\"><v>1E999999</v></c></row>")))
                .isEqualTo(PlanRefusalReason.NO_HEADING);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[9]), "Workbook");
            files.writeFilesystem(out);
            assertThat(refused(out.toByteArray())).isEqualTo(PlanRefusalReason.UNKNOWN_TYPE);
        }
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        info.getEncryptor().confirmPassword("secret");
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (var packed = info.getEncryptor().getDataStream(files)) {
                packed.write(book);
            }
            files.writeFilesystem(out);
            assertThat(refused(out.toByteArray())).isEqualTo(PlanRefusalReason.ENCRYPTED);
        }
    }

    /** A workbook of one sheet with these rows, as other programs than Excel write it. */
    private static byte[] workbook(String rows) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(bytes("<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                zip.write(bytes("<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"i\"/></sheets></workbook>"));
                zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
                zip.write(bytes("<Relationships><Relationship Id=\"i\" Target=\"s.xml\"/></Relationships>"));
                zip.putNextEntry(new ZipEntry("xl/s.xml"));
                zip.write(bytes("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
            }
            return out.toByteArray();
        }
    }

    @Test
    void refusesPicturesWithoutText() throws IOException {
        try (PDDocument scanned = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            scanned.addPage(new PDPage());
            scanned.save(out);
            assertThat(refused(out.toByteArray())).isEqualTo(PlanRefusalReason.NO_TEXT);
        }
        assertThat(refused(new WordFileBuilder().paragraph("").file().content()))
                .isEqualTo(PlanRefusalReason.NO_TEXT);
    }

    @Test
    void refusesDamagedFiles() {
        byte[] pdf = new PdfFileBuilder("").title("Objectif 1 : x").file().content();
        assertThat(refused(Arrays.copyOf(pdf, 200))).isIn(PlanRefusalReason.UNREADABLE, PlanRefusalReason.NO_TEXT);
        byte[] word = new WordFileBuilder().paragraph("Objectif 1 : x").file().content();
        assertThat(refused(Arrays.copyOf(word, word.length / 2))).isEqualTo(PlanRefusalReason.UNREADABLE);
        byte[] ole = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, magic.length);
        assertThat(refused(ole)).isEqualTo(PlanRefusalReason.UNREADABLE);
    }

    @Test
    void randomlyDamagedFilesThrowOnlyPlanRefused() {
        Random random = new Random(3);
        byte[][] files = {
            new PdfFileBuilder("En-tête")
                    .title("Objectif 1 : Agir")
                    .line("- Commencer")
                    .file()
                    .content(),
            new WordFileBuilder()
                    .heading(1, "Objectif 1 : Agir")
                    .paragraph("- Commencer")
                    .file()
                    .content()
        };
        for (byte[] file : files) {
            for (int i = 0; i < 150; i++) {
                byte[] damaged = file.clone();
                for (int j = 0; j < 1 + i / 10; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    read(damaged);
                } catch (PlanRefused refused) {
                    assertThat(refused.reason()).isNotNull();
                }
            }
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
            return out.toByteArray();
        }
    }
}
