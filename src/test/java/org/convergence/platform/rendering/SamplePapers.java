package org.convergence.platform.rendering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.convergence.platform.chart.BarChart;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;

/** A paper with one block of each kind. */
final class SamplePapers {

    static final Words FR = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    private SamplePapers() {}

    static Paper annual(int rows) {
        return new Paper(
                "Rapport annuel \"2024-2025\" <b>",
                "du 1er septembre 2024 au 31 août 2025",
                "Solidarité en partage",
                "Ce que l’organisation a fait.",
                List.of(brief(), word(), objective(rows), photographs("/document/1", SamplePapers::photograph)));
    }

    private static Section brief() {
        BarChart bars =
                new BarChart("Participations", "Nombre", List.of(new BarChart.Bar("Femmes", 824, ChartTone.RED)));
        return Section.of(
                "En bref",
                List.of(
                        new Block.Figures(List.of(new Block.Figure(
                                "1\u00a0318",
                                "participations",
                                List.of(Inline.link("/plan/realisation", "18 réalisations"))))),
                        new Block.Chart(bars.draw(FR))));
    }

    private static Section word() {
        return Section.of("Mot de la présidence", MarkdownBlocks.parse("""
                Une année **riche** en *rencontres* ✓ → •; voir [le site](https://exemple.org) et [ceci](javascript:alert(1)).

                <script>alert("1")</script> ![vue](http://127.0.0.1:1/vue.png)

                ### Trois choses

                1. Une première
                2. Une deuxième
                   - dedans

                > Ensemble."""));
    }

    private static Section objective(int rows) {
        List<List<Cell>> cells = IntStream.range(0, rows)
                .mapToObj(i -> List.of(
                        Cell.of(FR.shortDate(LocalDate.of(2025, 1, 14)), LocalDate.of(2025, 1, 14)),
                        Cell.of("=Atelier " + i),
                        Cell.of(FR.hours(new BigDecimal("2.5")), new BigDecimal("2.5"))))
                .toList();
        Block.Table table = new Block.Table(
                "Ateliers donnés", List.of(Column.words("Date"), Column.words("Quoi"), Column.figures("Temps")), cells);
        Section means = Section.of(
                "1.2 Ateliers", List.of(Block.text("Texte."), new Block.Note(Inline.of("Cible\u00a0: 20.")), table));
        return new Section("Objectif 1", List.of(Block.text("Introduction."), new Block.PageBreak()), List.of(means));
    }

    static Section photographs(String address, Supplier<byte[]> bytes) {
        return Section.of(
                "Photographies",
                List.of(
                        new Block.Photograph(bytes, address, "Un cercle blanc", "Mars 2025"),
                        new Block.Photograph(() -> null, address, "Une photo perdue", "")));
    }

    static byte[] photograph() {
        BufferedImage image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillOval(900, 500, 600, 600);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] write(PaperFormat rendering, Paper paper, RenderingOptions edition) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rendering.write(paper, FR, edition, out);
        return out.toByteArray();
    }
}
