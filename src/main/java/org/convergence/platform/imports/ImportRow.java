package org.convergence.platform.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file by column.
 *
 * @param number as a spreadsheet shows it
 */
public record ImportRow(int number, Map<String, String> byColumn) {

    private static final Pattern APART = Pattern.compile("[;\\n\\r]+");

    /** Cells of several columns with the same meaning are joined. */
    public static ImportRow of(int number, List<String> cells, List<@Nullable ImportColumn> columns) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < columns.size() && at < cells.size(); at++) {
            ImportColumn column = columns.get(at);
            String cell = cells.get(at).strip();
            if (column != null && !cell.isEmpty()) {
                values.merge(column.name(), cell, (one, other) -> one + "; " + other);
            }
        }
        return new ImportRow(number, values);
    }

    /** The value of a column; empty if there is none. */
    public String of(ImportColumn column) {
        return byColumn.getOrDefault(column.name(), "");
    }

    /** The values of a cell with several, separated by semicolons or line ends. */
    public List<String> splitValues(ImportColumn column) {
        String cell = of(column);
        return cell.isEmpty() ? List.of() : splitValues(cell);
    }

    private static List<String> splitValues(String cell) {
        return APART.splitAsStream(cell)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
