package org.convergence.platform.chart;

import java.util.List;

/**
 * The figures of a chart, formatted in the reader's language.
 *
 * @param head one title for each column
 * @param rows as many cells as titles; the first names the row
 */
public record FigureTable(List<String> head, List<List<String>> rows) {

    /** Copies the lists. */
    public FigureTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
