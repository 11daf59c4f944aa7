package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * The filled cells of one sheet of a workbook.
 *
 * @param rows by number of the row, from 1, and of the column, from 0
 */
record WorkbookSheet(String name, NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows) {

    /**
     * A filled cell.
     *
     * @param lastColumn the last column that it covers, more than its own where cells are merged
     */
    record SheetCell(String text, boolean bold, int lastColumn) {}

    /** The cells of a sheet; a cell merged with others is read once, where it begins. */
    static WorkbookSheet read(String name, XmlPart xml, WorkbookValues values, ReadingBudget budget)
            throws IOException {
        NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows = new TreeMap<>();
        int row = 0;
        int column = -1;
        int left = budget.limits().lines();
        while (xml.next()) {
            if (xml.isStartOf("row")) {
                budget.checkTime();
                row = XmlPart.number(xml.attribute("r"), row + 1);
                column = -1;
            } else if (xml.isStartOf("c")) {
                column = column(xml.attribute("r"), column + 1);
                SheetCell cell = cell(xml, column, values, budget.limits().characters());
                if (cell != null) {
                    if (--left < 0) {
                        throw new PlanRefused(
                                PlanRefusalReason.TOO_LARGE, budget.limits().lines() + " cells");
                    }
                    rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, cell);
                }
            } else if (xml.isStartOf("mergeCell")) {
                merge(xml.attribute("ref"), rows);
            }
        }
        return new WorkbookSheet(name, rows);
    }

    private static int column(@Nullable String address, int next) {
        String letters = address == null ? "" : address.replaceAll("\\d", "");
        return letters.isEmpty() || letters.length() > 3 ? next : CellReference.convertColStringToIndex(letters);
    }

    private static @Nullable SheetCell cell(XmlPart xml, int column, WorkbookValues values, int most)
            throws IOException {
        String type = xml.attribute("t");
        int style = XmlPart.number(xml.attribute("s"), 0);
        StringBuilder raw = new StringBuilder();
        while (xml.next() && !xml.isEndOf("c")) {
            if (xml.isStartOf("v") || xml.isStartOf("t")) {
                raw.append(xml.content(most));
            } else if (xml.isStartOf("f") || xml.isStartOf("rPh")) {
                xml.skip();
            }
        }
        // Excel writes the carriage return of a cell in this way.
        String value = values.text(type == null ? "n" : type, raw.toString(), style);
        String text = Characters.strip(value.replace("_x000D_", ""));
        return text.isEmpty() ? null : new SheetCell(text, values.isBold(style), column);
    }

    private static void merge(@Nullable String range, NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows) {
        try {
            CellRangeAddress merged = CellRangeAddress.valueOf(range);
            var row = rows.get(merged.getFirstRow() + 1);
            if (row != null) {
                row.computeIfPresent(
                        merged.getFirstColumn(),
                        (column, cell) -> new SheetCell(cell.text(), cell.bold(), merged.getLastColumn()));
            }
        } catch (IllegalArgumentException | NullPointerException damaged) {
            // Without it the cell covers one column.
        }
    }
}
