package org.convergence.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.convergence.platform.document.FileRefused.FileRefusalReason;
import org.convergence.platform.document.UploadInspector.SafeFileName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

/** The checks and conversions of uploaded files. */
class UploadInspectorTest {

    private static final DocumentSettings SETTINGS =
            new DocumentSettings(DataSize.ofMegabytes(25), DataSize.ofMegabytes(25), 64_000_000, 2400, 480);

    private final UploadInspector reception = new UploadInspector(SETTINGS, new ImageSanitizer(SETTINGS));

    /** A prepared file, read back. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record ReceivedFile(
            String name, DocumentType type, byte[] bytes, Document.ImageSize size, byte[] thumbnail) {}

    private ReceivedFile keep(String name, byte[] bytes) {
        try (PreparedDocument it = reception.prepare(Upload.of(name, new ByteArrayResource(bytes)))) {
            TemporaryFile thumbnail = it.thumbnail();
            Document.ImageSize size = it.size();
            return new ReceivedFile(
                    it.name(),
                    it.type(),
                    Files.readAllBytes(it.content().path()),
                    size == null ? new Document.ImageSize(0, 0) : size,
                    thumbnail == null ? new byte[0] : Files.readAllBytes(thumbnail.path()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private FileRefusalReason refusal(String name, byte[] bytes) {
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> keep(name, bytes));
        assertThat(refused).as(name).isNotNull();
        return refused.reason();
    }

    @Test
    void removesPlaceAndCameraFromPhotograph() throws Exception {
        byte[] came = SampleFiles.photograph(1600, 1200, 1);
        assertThat(directories(came)).contains("GPS", "Exif IFD0", "Exif SubIFD");

        ReceivedFile kept = keep("IMG_0001.JPG", came);

        for (byte[] picture : List.of(kept.bytes(), kept.thumbnail())) {
            assertThat(directories(picture)).doesNotContain("GPS", "Exif IFD0", "Exif SubIFD", "XMP", "IPTC");
            assertThat(text(picture)).doesNotContain("Exif", "Camille", "2026:03:10");
        }
        assertThat(kept.type()).isEqualTo(DocumentType.JPEG);
        assertThat(kept.name()).isEqualTo("IMG_0001.jpg");
        assertThat(kept.size()).isEqualTo(new Document.ImageSize(1600, 1200));
    }

    @ParameterizedTest
    @CsvSource({"1,TOP", "2,TOP", "3,BOTTOM", "4,BOTTOM", "5,LEFT", "6,RIGHT", "7,RIGHT", "8,LEFT"})
    void rotatesPhotographUpright(int orientation, String redIs) {
        ReceivedFile kept = keep("photo.jpg", SampleFiles.photograph(1600, 1200, orientation));

        boolean lay = orientation >= 5;
        assertThat(kept.size())
                .isEqualTo(lay ? new Document.ImageSize(1200, 1600) : new Document.ImageSize(1600, 1200));
        for (byte[] picture : List.of(kept.bytes(), kept.thumbnail())) {
            BufferedImage seen = SampleFiles.read(picture);
            int x = redIs.equals("LEFT") ? 5 : redIs.equals("RIGHT") ? seen.getWidth() - 5 : seen.getWidth() / 2;
            int y = redIs.equals("TOP") ? 5 : redIs.equals("BOTTOM") ? seen.getHeight() - 5 : seen.getHeight() / 2;
            assertThat(new Color(seen.getRGB(x, y)).getRed())
                    .as("%d at %d,%d", orientation, x, y)
                    .isGreaterThan(200);
        }
    }

    @Test
    void scalesDownButNotUp() {
        ReceivedFile large = keep("grande.jpg", SampleFiles.photograph(8000, 6000, 6));
        assertThat(large.size()).isEqualTo(new Document.ImageSize(1800, 2400));
        assertThat(SampleFiles.read(large.thumbnail()).getHeight()).isEqualTo(480);
        assertThat(large.bytes().length).isLessThan(1_000_000);

        ReceivedFile small = keep("petite.jpg", SampleFiles.jpeg(40, 30));
        assertThat(small.size()).isEqualTo(new Document.ImageSize(40, 30));
        assertThat(SampleFiles.read(small.thumbnail()).getWidth()).isEqualTo(40);
    }

    @Test
    void keepsTransparentPng() {
        var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
        ReceivedFile kept = keep("logo.png", SampleFiles.made(out -> javax.imageio.ImageIO.write(image, "png", out)));
        assertThat(kept.type()).isEqualTo(DocumentType.PNG);
        assertThat(SampleFiles.read(kept.bytes()).getRGB(10, 10) >>> 24).isZero();
        assertThat(new Color(SampleFiles.read(kept.thumbnail()).getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    @Test
    void convertsWebp() {
        ReceivedFile kept = keep("affiche.webp", SampleFiles.webp());
        assertThat(kept.type()).isIn(DocumentType.JPEG, DocumentType.PNG);
        assertThat(kept.name()).startsWith("affiche.").doesNotEndWith("webp");
    }

    @Test
    void polyglotPictureIsOnlyAPicture() {
        byte[] page = "<html><script>alert(document.domain)</script></html>".getBytes(StandardCharsets.UTF_8);
        ReceivedFile kept = keep("photo.html", SampleFiles.joined(SampleFiles.jpeg(64, 64), page));
        assertThat(kept.type()).isEqualTo(DocumentType.JPEG);
        assertThat(kept.name()).isEqualTo("photo.html.jpg");
        assertThat(text(kept.bytes())).doesNotContain("script");
    }

    @Test
    void refusesPixelBombAndNeverUnpacksTextChunk() {
        assertThat(refusal("bombe.png", SampleFiles.pngBomb(50_000, 50_000)))
                .isEqualTo(FileRefusalReason.TOO_MANY_PIXELS);
        // The reader of indexed pictures also reads the text chunks.
        var fewColours = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] png = SampleFiles.made(out -> javax.imageio.ImageIO.write(fewColours, "png", out));
        byte[] withText = SampleFiles.pngWithText(png, 200_000_000);
        ReceivedFile kept = keep("bavarde.png", withText);
        assertThat(kept.size()).isEqualTo(new Document.ImageSize(20, 20));
        assertThat(text(kept.bytes())).doesNotContain("zTXt");
    }

    static Stream<Arguments> papers() {
        return Stream.of(
                Arguments.of("pv.pdf", SampleFiles.pdf(), DocumentType.PDF, "pv.pdf"),
                Arguments.of("pv.txt", SampleFiles.pdf(), DocumentType.PDF, "pv.txt.pdf"),
                Arguments.of("pv.docx", SampleFiles.word(), DocumentType.WORD, "pv.docx"),
                Arguments.of("présences.xlsx", SampleFiles.excel(), DocumentType.EXCEL, "présences.xlsx"),
                Arguments.of("vieux", SampleFiles.oldExcel(), DocumentType.OLD_EXCEL, "vieux.xls"),
                Arguments.of(
                        "libre.odt",
                        SampleFiles.openDocument("application/vnd.oasis.opendocument.text"),
                        DocumentType.ODT,
                        "libre.odt"),
                Arguments.of(
                        "libre.ods",
                        SampleFiles.openDocument("application/vnd.oasis.opendocument.spreadsheet"),
                        DocumentType.ODS,
                        "libre.ods"),
                Arguments.of(
                        "liste.csv",
                        "nom;âge\nÉve;30\n".getBytes(StandardCharsets.UTF_8),
                        DocumentType.CSV,
                        "liste.csv"),
                Arguments.of("notes.md", "# Notes\n".getBytes(StandardCharsets.UTF_8), DocumentType.TEXT, "notes.txt"),
                Arguments.of(
                        "notes", "Réunion à 14 h".getBytes(StandardCharsets.UTF_16), DocumentType.TEXT, "notes.txt"));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void detectsTypeByContentAndKeepsBytes(String name, byte[] bytes, DocumentType type, String keptAs) {
        ReceivedFile kept = keep(name, bytes);
        assertThat(kept.type()).isEqualTo(type);
        assertThat(kept.name()).isEqualTo(keptAs);
        assertThat(kept.bytes()).isEqualTo(bytes);
    }

    static Stream<Arguments> refused() {
        byte[] page = "<!doctype html><html><body>Bonjour".getBytes(StandardCharsets.UTF_8);
        byte[] drawing =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("vide.pdf", new byte[0], FileRefusalReason.EMPTY),
                Arguments.of("photo.jpg", page, FileRefusalReason.WEB_PAGE),
                Arguments.of("dessin.png", drawing, FileRefusalReason.WEB_PAGE),
                Arguments.of("photo.jpg", SampleFiles.heic(), FileRefusalReason.HEIC),
                Arguments.of("facture.pdf", new byte[] {'M', 'Z', 0, 3, 0, 0, 0}, FileRefusalReason.TYPE),
                Arguments.of("dossier.docx", SampleFiles.zip(Map.of("a.txt", new byte[] {1})), FileRefusalReason.TYPE),
                Arguments.of("pv.docx", SampleFiles.locked(), FileRefusalReason.LOCKED),
                Arguments.of("pv.docx", SampleFiles.wordWithMacros(), FileRefusalReason.MACROS),
                Arguments.of("pv.docx", SampleFiles.wordWithBlank(300_000_000), FileRefusalReason.BOMB),
                Arguments.of("pv.pdf", SampleFiles.half(SampleFiles.pdf()), FileRefusalReason.DAMAGED),
                Arguments.of("pv.docx", SampleFiles.half(SampleFiles.word()), FileRefusalReason.DAMAGED),
                Arguments.of("pv.xls", SampleFiles.half(SampleFiles.oldExcel()), FileRefusalReason.DAMAGED),
                Arguments.of(
                        "photo.jpg",
                        SampleFiles.half(SampleFiles.photograph(1600, 1200, 1)),
                        FileRefusalReason.DAMAGED),
                Arguments.of("photo.png", SampleFiles.half(SampleFiles.png(1600, 1200)), FileRefusalReason.DAMAGED));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesOtherTypesWithReason(String name, byte[] bytes, FileRefusalReason reason) {
        assertThat(refusal(name, bytes)).isEqualTo(reason);
    }

    @Test
    void stopsReadingTooLargeFile() {
        var read = new long[1];
        var endless = new java.io.InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                read[0] += length;
                return length;
            }
        };
        FileRefused refused = catchThrowableOfType(
                FileRefused.class, () -> reception.prepare(Upload.of("sans-fin.txt", () -> endless)));
        assertThat(refused.reason()).isEqualTo(FileRefusalReason.TOO_LARGE);
        assertThat(read[0]).isLessThan(26L << 20);
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        Set<Path> before = temporaryFiles();
        keep("photo.jpg", SampleFiles.photograph(400, 300, 6));
        refusal("photo.jpg", SampleFiles.half(SampleFiles.jpeg(400, 300)));
        refusal("bombe.png", SampleFiles.pngBomb(50_000, 50_000));
        refusal("vide", new byte[0]);
        // Other tests spool their files to the same folder, and delete them at once.
        await().untilAsserted(() -> assertThat(temporaryFiles()).isSubsetOf(before));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ../../etc/passwd.pdf | passwd.pdf
                    C:\\Temp\\L'été à l’école.pdf | L'été à l’école.pdf
                    facture.pdf.exe | facture.pdf.exe.pdf
                    PV.PDF | PV.pdf
                    ... | document.pdf
                    /tmp/ | document.pdf
                    a<b>:"c"?*.pdf | abc.pdf
                    """)
    void cleansNameAndSetsExtension(String given, String kept) {
        assertThat(SafeFileName.clean(given, DocumentType.PDF)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpj.\u202Efdp", "a\u0000b.pdf", "a\r\nSet-Cookie: b.pdf", "\u200B.pdf"})
    void removesInvisibleCharactersFromName(String given) {
        assertThat(SafeFileName.clean(given, DocumentType.PDF))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
                .endsWith(".pdf");
    }

    @Test
    void shortensLongName() {
        assertThat(SafeFileName.clean("é".repeat(500) + ".pdf", DocumentType.PDF))
                .hasSize(120)
                .endsWith("é.pdf");
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("convergence-document-"))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> directories(byte[] picture) throws Exception {
        return StreamSupport.stream(
                        ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                                .getDirectories()
                                .spliterator(),
                        false)
                .map(Directory::getName)
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
