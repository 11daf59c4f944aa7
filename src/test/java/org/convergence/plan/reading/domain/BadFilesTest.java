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
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.PlanRefused.Reason;
import org.convergence.plan.reading.domain.text.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;

/** A file that cannot be read as a plan is refused with its reason, soon and without filling the memory. */
class BadFilesTest {

    private static final String PLAN = "Objectif 1 : Éduquer\n1.1 Ateliers\n- Donner dix ateliers\n";

    private final PlanReader reader = new PlanReader(ReadingLimits.USUAL);

    private Reason refused(byte[] content) {
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
        assertThat(Printed.tree(plan))
                .isEqualTo("O (1) Éduquer\n  M (1.1) Ateliers <EDUCATION>\n    A Donner dix ateliers {FIRM}\n");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refused(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(refused(bytes(" \n\t\n \u00A0 \uFEFF"))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void textWithoutHeadingIsRefused() {
        assertThat(refused(bytes("Le conseil s’est réuni mardi.\n\nIl se réunira encore.")))
                .isEqualTo(Reason.NO_HEADING);
        assertThat(refused(bytes("- café\n- lait\n- pain\n"))).isEqualTo(Reason.NO_HEADING);
    }

    @Test
    void whatIsNeitherTextWordNorPdfIsRefusedByItsContent() throws IOException {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        assertThat(refused(noise)).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(refused(bytes("<!DOCTYPE html><html><body>Objectif 1 : x</body></html>")))
                .isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(refused(bytes("{\\rtf1\\ansi Objectif 1 : x}"))).isEqualTo(Reason.UNKNOWN_TYPE);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        assertThat(refused(png)).isEqualTo(Reason.UNKNOWN_TYPE);
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet();
            book.write(out);
            assertThat(refused(out.toByteArray())).isEqualTo(Reason.UNKNOWN_TYPE);
        }
        assertThat(refused(zip("a.txt", bytes(PLAN)))).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        byte[] large = new byte[21 * 1024 * 1024];
        Arrays.fill(large, (byte) 'a');
        assertThat(refused(large)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void twentyMegabytesOfTextAreRefusedSoon() {
        String lines =
                "- Donner des ateliers sur la solidarité, en fonction des capacités de l’équipe et des de-\nmandes\n";
        byte[] large = bytes(PLAN + lines.repeat(19 * 1024 * 1024 / 100));
        long start = System.nanoTime();
        assertThat(refused(Arrays.copyOf(large, Math.min(large.length, 20 * 1024 * 1024))))
                .isEqualTo(Reason.TOO_LARGE);
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
    void everyWayToEndALineAndToWriteLettersIsRead() {
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
    void aLockedFileIsRefused() throws Exception {
        assertThat(refused(new PdfFile("")
                        .title("Objectif 1 : x")
                        .locked("secret")
                        .file()
                        .content()))
                .isEqualTo(Reason.ENCRYPTED);
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        info.getEncryptor().confirmPassword("secret");
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (var packed = info.getEncryptor().getDataStream(files)) {
                packed.write(new WordFile().paragraph("Objectif 1 : x").file().content());
            }
            files.writeFilesystem(out);
            assertThat(refused(out.toByteArray())).isEqualTo(Reason.ENCRYPTED);
        }
    }

    @Test
    void picturesWithoutTextAreRefused() throws IOException {
        try (PDDocument scanned = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            scanned.addPage(new PDPage());
            scanned.save(out);
            assertThat(refused(out.toByteArray())).isEqualTo(Reason.NO_TEXT);
        }
        assertThat(refused(new WordFile().paragraph("").file().content())).isEqualTo(Reason.NO_TEXT);
    }

    @Test
    void damagedFilesAreRefused() {
        byte[] pdf = new PdfFile("").title("Objectif 1 : x").file().content();
        assertThat(refused(Arrays.copyOf(pdf, 200))).isIn(Reason.UNREADABLE, Reason.NO_TEXT);
        byte[] word = new WordFile().paragraph("Objectif 1 : x").file().content();
        assertThat(refused(Arrays.copyOf(word, word.length / 2))).isEqualTo(Reason.UNREADABLE);
        byte[] ole = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, magic.length);
        assertThat(refused(ole)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void bitsTurnedAtRandomNeverEscapeTheRefusal() {
        Random random = new Random(3);
        byte[][] files = {
            new PdfFile("En-tête")
                    .title("Objectif 1 : Agir")
                    .line("- Commencer")
                    .file()
                    .content(),
            new WordFile()
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

    @Test
    void aWordFileThatUnpacksToAMountainIsRefused() throws IOException {
        byte[] word = new WordFile().paragraph("Objectif 1 : x").file().content();
        String before =
                "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        byte[] mountain = new byte[150 * 1024 * 1024];
        Arrays.fill(mountain, (byte) ' ');
        System.arraycopy(bytes(before), 0, mountain, 0, before.length());
        assertThat(refused(replaced(word, "word/document.xml", mountain, 1))).isEqualTo(Reason.BOMB);
        assertThat(refused(replaced(word, "word/media/image1.bmp", mountain, 3)))
                .isEqualTo(Reason.BOMB);
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + before.substring(before.indexOf("<w:"))
                + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
        assertThat(refused(replaced(word, "word/document.xml", bytes(laughs), 1)))
                .isIn(Reason.UNREADABLE, Reason.NO_TEXT);
    }

    @Test
    void aPdfThatUnpacksToAMountainIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 120; i++) {
                out.write(spaces);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(bytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Filter/FlateDecode/Length " + packed.size() + ">>stream\n"));
        packed.writeTo(pdf);
        pdf.write(bytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        assertThat(refused(pdf.toByteArray())).isEqualTo(Reason.BOMB);
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

    /** The Word file with one part put in place of its own, several times under numbered names if asked. */
    private static byte[] replaced(byte[] word, String part, byte[] content, int times) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(word));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.getName().equals(part)) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        in.transferTo(zip);
                    }
                }
                for (int i = 0; i < times; i++) {
                    zip.putNextEntry(new ZipEntry(times == 1 ? part : part + i));
                    zip.write(content);
                }
            }
            return out.toByteArray();
        }
    }
}
