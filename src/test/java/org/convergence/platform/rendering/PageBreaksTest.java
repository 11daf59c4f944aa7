package org.convergence.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.platform.chart.BarChart;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.settings.Letterhead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where pages break: no title stands alone at the foot of a page. */
class PageBreaksTest {

    private static final String TITLE = "Titre qui reste avec la suite";

    enum Following {
        PARAGRAPH(Block.text("Un paragraphe. ".repeat(40))),
        LIST(new Block.ItemList(
                false,
                IntStream.range(0, 30)
                        .mapToObj(i -> List.of(Block.text("Point " + i)))
                        .toList())),
        TABLE(new Block.Table(
                "Tableau",
                List.of(Column.words("Quoi"), Column.figures("Nombre")),
                IntStream.range(0, 60)
                        .mapToObj(i -> List.of(Cell.of("Ligne " + i), Cell.of("" + i)))
                        .toList())),
        CHART(new Block.Chart(new BarChart("Graphique", "Nombre", List.of(new BarChart.Bar("Barre", 8, ChartTone.RED)))
                .draw(SamplePapers.FR)));

        private final Block block;

        Following(Block block) {
            this.block = block;
        }
    }

    @ParameterizedTest
    @EnumSource
    void titlesStayWithWhatFollows(Following following) throws IOException {
        List<String> alone = new ArrayList<>();
        for (int filled = 16; filled < 27; filled++) {
            List<Block> filling = IntStream.range(0, filled)
                    .mapToObj(i -> Block.text("Remplissage"))
                    .toList();
            Section inner = Section.of(TITLE, List.of(following.block));
            Paper paper = new Paper(
                    "t",
                    "",
                    "o",
                    "",
                    List.of(
                            Section.of("Avant", filling),
                            new Section(TITLE, List.of(), List.of(inner)),
                            Section.of("Après", List.of(new Block.Subheading(TITLE), following.block))),
                    Paper.Layout.PLAIN);
            alone.addAll(lastLines(paper, filled));
        }
        assertThat(alone).isEmpty();
    }

    /** A last paragraph under its title takes a fifth of a page: a table there would begin the next page. */
    @Test
    void shortTextStaysOnItsPage() {
        assertThat(pages(Block.text("Un mot de la fin."))).isEqualTo(1);
        assertThat(pages(Following.TABLE.block)).isGreaterThan(1);
    }

    private static int pages(Block last) {
        List<Block> filling =
                IntStream.range(0, 17).mapToObj(i -> Block.text("Remplissage")).toList();
        Paper paper = new Paper(
                "t",
                "",
                "o",
                "",
                List.of(Section.of("Avant", filling), Section.of(TITLE, List.of(last))),
                Paper.Layout.PLAIN);
        return PdfWriter.countPages(paper, SamplePapers.FR, RenderingOptions.letterPaper("", Letterhead.NONE));
    }

    private static List<String> lastLines(Paper paper, int filled) throws IOException {
        List<String> alone = new ArrayList<>();
        byte[] pdf = SamplePapers.write(PaperFormat.PDF, paper, RenderingOptions.letterPaper("", Letterhead.NONE));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                List<String> lines = text.getText(read)
                        .lines()
                        .filter(line -> !line.equals("o") && !line.startsWith("Page ") && !line.equals("t"))
                        .toList();
                String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
                if (last.equals(TITLE)
                        || List.of("Après", "Tableau", "Quoi Nombre").contains(last)) {
                    alone.add("after " + filled + " lines, page " + page + ": " + last);
                }
            }
        }
        return alone;
    }
}
