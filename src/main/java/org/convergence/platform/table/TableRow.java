package org.convergence.platform.table;

import java.util.List;

/**
 * A row.
 *
 * @param number its number as a spreadsheet shows it, from 1
 * @param cells stripped; at least as many as the head has, empty if there is no value. A date is written {@code
 *     2025-01-14}, a number {@code 2.5}
 */
public record TableRow(int number, List<String> cells) {

    /** Copies the list. */
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column, from 0; empty beyond the last. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
