package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Each kind of paper, made from the example: it conforms to PDF/UA-1 as judged by veraPDF, and has no fault of layout.
 * The files are left in {@code target/papers}; with {@code -Dconvergence.sheets=true}, a picture of each page too, and
 * the papers in Word.
 */
@ModuleTest
class PaperConformanceTest {

    /** The model itself, and the partner's report, which is a Word file. */
    private static final Set<String> NO_PDF = Set.of("Paper.java", "NotesReportAssembler.java");

    private static final Path FOLDER = Path.of("target", "papers");
    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final int DPI = 96;
    private static final int WIDTH = 830;
    private static final int HEIGHT = 1060;

    @Autowired
    private ExamplePapers papers;

    @Test
    void everyKindOfPaperIsListed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            Set<String> makers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !NO_PDF.contains(file.getFileName().toString()))
                    .filter(PaperConformanceTest::makesPaper)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(Stream.of(ExamplePaper.values())
                            .flatMap(kind -> kind.makers().stream())
                            .distinct())
                    .as("classes that make papers, listed in ExamplePaper")
                    .containsExactlyInAnyOrderElementsOf(makers);
        }
    }

    private static boolean makesPaper(Path file) {
        try {
            return Files.readString(file).contains("new Paper(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyKindOfPaperConformsToPdfUa() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Files.createDirectories(FOLDER);
        var found = new SoftAssertions();
        for (ExamplePaper kind : ExamplePaper.values()) {
            byte[] pdf = papers.find(kind, "fr");
            Files.write(FOLDER.resolve(kind.fileName() + ".pdf"), pdf);
            found.assertThat(violations(pdf)).as(kind.name()).isEmpty();
        }
        found.assertAll();
    }

    @Test
    void noPaperHasFaultsOfLayout() throws IOException {
        var found = new SoftAssertions();
        for (ExamplePaper kind : ExamplePaper.values()) {
            for (String language : LANGUAGES) {
                KnownWords words = KnownWords.of(language);
                try (PDDocument pdf = Loader.loadPDF(papers.find(kind, language))) {
                    found.assertThat(PaperFaults.find(pdf, words))
                            .as(kind.fileName() + " in " + language)
                            .isEmpty();
                }
            }
        }
        found.assertAll();
    }

    @Test
    void reportWithoutExplanationsHasNoColumnForThem() throws IOException {
        try (PDDocument report = Loader.loadPDF(papers.find(ExamplePaper.REPORT, "fr"))) {
            assertThat(new PDFTextStripper().getText(report))
                    .contains("Cibles de l’année", "Écart")
                    .doesNotContain("Explication");
        }
    }

    /** A contact sheet of each kind: a row for each page, in French beside English. */
    @Test
    @EnabledIfSystemProperty(named = "convergence.sheets", matches = "true")
    void drawsEachPageForReading() throws IOException {
        Files.createDirectories(FOLDER);
        for (ExamplePaper kind : ExamplePaper.values()) {
            try (PDDocument french = Loader.loadPDF(papers.find(kind, "fr"));
                    PDDocument english = Loader.loadPDF(papers.find(kind, "en"))) {
                for (int page = 0; page < Math.max(french.getNumberOfPages(), english.getNumberOfPages()); page++) {
                    BufferedImage sheet = new BufferedImage(2 * WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
                    draw(french, page, sheet, 0);
                    draw(english, page, sheet, WIDTH);
                    Path file = FOLDER.resolve(kind.fileName() + "-" + (page + 1) + ".png");
                    ImageIO.write(sheet, "png", file.toFile());
                }
            }
            for (String language : LANGUAGES) {
                Optional<byte[]> word = papers.findWord(kind, language);
                if (word.isPresent()) {
                    Files.write(FOLDER.resolve(kind.fileName() + "-" + language + ".docx"), word.get());
                }
            }
        }
    }

    private static void draw(PDDocument pdf, int page, BufferedImage sheet, int left) throws IOException {
        if (page < pdf.getNumberOfPages()) {
            Graphics2D graphics = sheet.createGraphics();
            graphics.drawImage(new PDFRenderer(pdf).renderImageWithDPI(page, DPI), left, 0, null);
            graphics.dispose();
        }
    }

    private static Set<String> violations(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(each -> each.getRuleId().getClause() + " " + each.getMessage())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
