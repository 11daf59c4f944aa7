package org.convergence.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
