package org.convergence.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.settings.Letterhead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberBinderTest {

    private static final RenderingOptions EDITION =
            RenderingOptions.letterPaper("https://plan.exemple.org/", Letterhead.NONE);

    @ParameterizedTest
    @CsvSource({
        "avec 43 organisations et 12 h, avec 43_organisations et 12_h",
        "le 8 mars et le 1er mai 2027, le 8_mars et le 1er_mai 2027",
        "il reste 1 250 $ sur 1 250 000 $, il reste 1_250_$ sur 1_250_000_$",
        "about 1.5 hours or 20 %, about 1.5_hours or 20_%",
        "'July 14, 2026 to May 3', 'July_14, 2026 to May_3'",
        "du 1er octobre 2025 au 31 mai, du 1er_octobre 2025 au 31_mai",
        "salle B12 du local 3, salle B12 du local 3",
        "art. 2. Membres; 418-555-0101 ou 2026-2027 au plus, art. 2. Membres; 418-555-0101 ou 2026-2027 au plus"
    })
    void bindsANumberToTheNextWord(String written, String bound) {
        String text = Inline.text(NumberBinder.bind(Inline.of(written)));
        assertThat(text.replace('\u00a0', '_')).isEqualTo(bound);
    }

    @Test
    void bindsAcrossEmphasisButNotAcrossLines() {
        List<Inline> parts = List.of(
                new Inline.Strong(Inline.of("43")),
                new Inline.InlineText(" organisations, 12 "),
                Inline.link("https://exemple.org", "heures"),
                new Inline.InlineText(" et 7"),
                new Inline.Break(),
                new Inline.InlineText("membres"));
        assertThat(Inline.text(NumberBinder.bind(parts)))
                .isEqualTo("43\u00a0organisations, 12\u00a0heures et 7 membres");
        assertThat(NumberBinder.bind(parts)).hasSameSizeAs(parts).contains(new Inline.Break());
    }

    @Test
    void noLineOfAPdfEndsBetweenANumberAndItsNoun() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(SamplePapers.write(PaperFormat.PDF, paper(), EDITION))) {
            assertThat(new PDFTextStripper().getText(pdf).lines().filter(line -> line.contains("organisations")))
                    .hasSizeGreaterThan(20)
                    .noneMatch(line -> line.strip().endsWith("43"));
        }
    }

    @Test
    void wordKeepsThemTogetherInTextAndInCells() throws IOException {
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(SamplePapers.write(PaperFormat.WORD, paper(), EDITION)))) {
            assertThat(word.getParagraphs()).anyMatch(line -> line.getText().contains("43\u00a0organisations"));
            assertThat(word.getTables().get(0).getText()).contains("43\u00a0organisations");
        }
    }

    /** Paragraphs, list items and notes in which the number comes at each place of a line. */
    private static Paper paper() {
        List<Block> blocks = new ArrayList<>();
        for (int shift = 0; shift < 12; shift++) {
            List<Inline> parts = Inline.of("x".repeat(shift) + " Avec 43 organisations".repeat(8));
            blocks.add(new Block.Paragraph(parts));
            blocks.add(new Block.Note(parts));
            blocks.add(new Block.ItemList(false, List.of(List.of(new Block.Paragraph(parts)))));
        }
        blocks.add(new Block.Table(
                "Tableau", List.of(Column.words("Quoi")), List.of(List.of(Cell.of("43 organisations")))));
        return new Paper("Titre", "", "Organisation", "", List.of(Section.of("", blocks)));
    }
}
