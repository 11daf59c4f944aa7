package org.convergence.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.convergence.platform.settings.Letterhead;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

    private static final String LONG = "Rencontre du comité d’éducation et de ses invitées venues de trois régions";

    @Test
    void addUpToWholeTable() {
        assertThat(ColumnWidths.compute(
                        table(List.of("Date", "Quoi", "Où"), List.of(List.of("2026-07-02", LONG, "En ligne")))))
                .satisfies(widths -> assertThat(
                                widths.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(100));
    }

    @Test
    void dateInFiguresFitsOnOneLine() {
        List<Integer> widths =
                ColumnWidths.compute(table(List.of("Jour", "Quoi"), List.of(List.of("2026-07-02", LONG))));
        assertThat(widths.get(0)).isGreaterThanOrEqualTo(16);
    }

    @Test
    void writtenDateFitsOnOneLineBesideManyColumns() {
        List<String> row = List.of(
                "001", "13 juill. 2024", "Maison des organismes", "P-101", "1\u00a0950,00\u00a0$", "1", "Sans pièce");
        List<Integer> widths = ColumnWidths.compute(
                table(List.of("No", "Jour", "Fournisseur", "Facture", "Montant", "Lignes", "Pièce"), List.of(row)));
        assertThat(widths.get(1)).isGreaterThanOrEqualTo(15);
        assertThat(widths.get(6)).isGreaterThanOrEqualTo(11);
    }

    @Test
    void lastOfManyColumnsKeepsItsHead() {
        List<String> row = List.of(
                "Décembre\u00a02026",
                "251\u00a0h",
                "183\u00a0h",
                "12\u00a0h",
                "7\u00a0h",
                "42\u00a0h",
                "3\u00a0h",
                "247\u00a0h",
                "+134");
        List<Integer> widths = ColumnWidths.compute(table(
                List.of(
                        "Mois",
                        "Disponibles",
                        "Ferme",
                        "Sur demande",
                        "Si la situation l’exige",
                        "Si c’est financé",
                        "Selon les capacités",
                        "Promises",
                        "Écart (h)"),
                List.of(row)));
        assertThat(widths.get(8)).as("as wide as “Ferme”, which is as long").isEqualTo(widths.get(2));
        assertThat(widths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
    }

    @Test
    void emptyCellsDoNotNarrowLongColumn() {
        Block.Table half = table(
                List.of("Quoi", "Quand"),
                List.of(
                        List.of(LONG, ""),
                        List.of(LONG, ""),
                        List.of(LONG, ""),
                        List.of(LONG, "du 15 septembre 2026 au 15 octobre 2026")));
        assertThat(ColumnWidths.compute(half).get(1)).isGreaterThanOrEqualTo(30);
    }

    @Test
    void figuresEndAtOneEdgeInPdf() throws IOException {
        Block.Table money = new Block.Table(
                "Budget",
                List.of(Block.Column.words("Poste"), Block.Column.figures("Montant")),
                Stream.of("7", "12345", "999")
                        .map(amount -> List.of(Block.Cell.of("Poste"), Block.Cell.of(amount)))
                        .toList());
        Paper paper = new Paper("t", "", "o", "", List.of(Section.of("Budget", List.of(money))), Paper.Layout.PLAIN);
        List<Integer> edges = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(
                SamplePapers.write(PaperFormat.PDF, paper, RenderingOptions.letterPaper("", Letterhead.NONE)))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    if (List.of("7", "12345", "999").contains(text.strip())) {
                        edges.add(Math.round(
                                places.get(text.stripTrailing().length() - 1).getEndX()));
                    }
                }
            }.getText(pdf);
        }
        assertThat(edges).hasSize(3);
        assertThat(Set.copyOf(edges)).as("right edge of each figure").hasSize(1);
    }

    private static Block.Table table(List<String> heads, List<List<String>> rows) {
        return new Block.Table(
                "",
                heads.stream().map(Block.Column::words).toList(),
                rows.stream()
                        .map(row ->
                                row.stream().map(text -> Block.Cell.of(text)).toList())
                        .toList());
    }
}
