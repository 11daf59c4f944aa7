package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.report.ReportFixture.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The example's notes to the board. The files are left in {@code target/papers} for inspection. */
@ModuleTest
class ExampleNotesTest {

    private static final Path FOLDER = Path.of("target", "papers");

    @Autowired
    private ExampleFixture example;

    @Autowired
    private ReportQueries reading;

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    private List<ReportContents> notes() {
        return as(() -> reading.findAll().stream()
                .filter(each -> each.audience() == Audience.BOARD)
                .map(each -> reading.findDraft(each.id()).contents())
                .toList());
    }

    @Test
    void noteIsShortInBothLanguages() throws IOException {
        assertThat(notes()).hasSize(2);
        for (ReportContents note : notes()) {
            for (String language : List.of("fr", "en")) {
                try (PDDocument document = Loader.loadPDF(write(note, language, PaperFormat.PDF))) {
                    assertThat(document.getNumberOfPages())
                            .as("pages of the note to %s in %s", note.head().to(), language)
                            .isLessThanOrEqualTo(4);
                    assertThat(new PDFTextStripper().getText(document))
                            .as("a line ends after an apostrophe")
                            .doesNotContainPattern("\\p{L}’\\R");
                }
            }
        }
    }

    @Test
    void itsWordFileHasRealHeadingsListsAndATable() throws IOException {
        ReportContents note = notes().get(1);
        try (var word = new XWPFDocument(new ByteArrayInputStream(write(note, "fr", PaperFormat.WORD)))) {
            assertThat(styled(word, "Heading1"))
                    .containsExactly(
                            "L’essentiel", "Décisions demandées", "Objectif par objectif", "Capacité de l’équipe");
            assertThat(styled(word, "Heading2"))
                    .hasSize(5)
                    .allSatisfy(each -> assertThat(each).startsWith("Objectif "));
            assertThat(styled(word, "Heading3")).isEmpty();
            assertThat(word.getParagraphs().stream()
                            .filter(each ->
                                    each.getText().startsWith("1.2\u00a0Ateliers et formations. Actions\u00a0:")))
                    .singleElement()
                    .satisfies(
                            means -> assertThat(means.getRuns().get(0).isBold()).isTrue());
            assertThat(word.getParagraphs().stream()
                            .filter(each -> "decimal".equals(each.getNumFmt()))
                            .map(XWPFParagraph::getText))
                    .hasSize(2);
            assertThat(word.getTables()).singleElement().satisfies(table -> {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getRow(0).getTableCells()).hasSize(5);
                assertThat(table.getRows()).hasSize(8);
            });
            assertThat(word.getDocument().xmlText()).doesNotContain("TOC \\o");
        }
    }

    private static List<String> styled(XWPFDocument word, String style) {
        return word.getParagraphs().stream()
                .filter(each -> style.equals(each.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private byte[] write(ReportContents note, String language, PaperFormat rendering) throws IOException {
        byte[] bytes = as(() -> reading.render(note, language, rendering));
        Files.createDirectories(FOLDER);
        String name = "example-note-%s-%s.%s".formatted(note.head().to(), language, rendering.extension());
        Files.write(FOLDER.resolve(name), bytes);
        return bytes;
    }
}
