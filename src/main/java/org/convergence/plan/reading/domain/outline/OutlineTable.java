package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;

/** The lines of a table, by row and column. */
record OutlineTable(List<OutlineTableRow> rows) {

    /** A row: its filled cells, each with its lines, by first column. */
    record OutlineTableRow(TreeMap<Integer, List<ManuscriptLine>> cells, int lastColumn) {

        /** The text of a cell, or empty. */
        String text(int column) {
            return words(column, ManuscriptLine::text);
        }

        /** The text of a cell with its numbers and bullets, or empty. */
        String fullText(int column) {
            return words(column, ManuscriptLine::fullText);
        }

        private String words(int column, Function<ManuscriptLine, String> of) {
            return cells.getOrDefault(column, List.of()).stream().map(of).collect(Collectors.joining(" "));
        }

        /** How many filled cells have the caption of a known column. */
        long countKnownCaptions() {
            return cells.keySet().stream()
                    .filter(column -> PlanTableColumn.fromCaption(text(column)) != null)
                    .count();
        }

        boolean hasSameText(OutlineTableRow other) {
            return cells.keySet().equals(other.cells.keySet())
                    && cells.keySet().stream()
                            .allMatch(c -> TextAnalysis.fold(text(c)).equals(TextAnalysis.fold(other.text(c))));
        }
    }

    static OutlineTable of(List<ManuscriptLine> lines) {
        List<OutlineTableRow> rows = new ArrayList<>();
        int current = -1;
        for (ManuscriptLine line : lines) {
            LineCell cell = line.cell();
            if (cell == null) {
                continue;
            }
            if (rows.isEmpty() || cell.row() != current) {
                rows.add(new OutlineTableRow(new TreeMap<>(), 0));
                current = cell.row();
            }
            OutlineTableRow row = rows.get(rows.size() - 1);
            row.cells().computeIfAbsent(cell.column(), key -> new ArrayList<>()).add(line);
            int last = Math.max(row.lastColumn(), cell.column() + cell.span() - 1);
            rows.set(rows.size() - 1, new OutlineTableRow(row.cells(), last));
        }
        return new OutlineTable(rows);
    }

    /**
     * The same table with rows and columns swapped where its first column is the captions, as in a sheet on one action:
     * two columns, the first with a level and at least as many known captions as others.
     */
    OutlineTable transposed() {
        boolean sheet =
                rows.size() >= 2 && rows.stream().allMatch(row -> row.cells().containsKey(0) && row.lastColumn() == 1);
        OutlineTableRow names = new OutlineTableRow(new TreeMap<>(), rows.size() - 1);
        OutlineTableRow values = new OutlineTableRow(new TreeMap<>(), rows.size() - 1);
        for (int i = 0; sheet && i < rows.size(); i++) {
            names.cells().put(i, rows.get(i).cells().getOrDefault(0, List.of()));
            if (rows.get(i).cells().containsKey(1)) {
                values.cells().put(i, rows.get(i).cells().getOrDefault(1, List.of()));
            }
        }
        OutlineTable turned = new OutlineTable(List.of(names, values));
        return sheet && !values.cells().isEmpty() && turned.captionRow() == 0 ? turned : this;
    }

    /** The lines of the table; lines beside others lose the bold type that makes a single line a title. */
    List<ManuscriptLine> withoutBold(List<ManuscriptLine> lines) {
        Set<Integer> shared = new HashSet<>();
        for (OutlineTableRow row : rows) {
            if (row.cells().size() > 1) {
                row.cells()
                        .values()
                        .forEach(cell ->
                                cell.forEach(line -> shared.add(line.at().offset())));
            }
        }
        return lines.stream()
                .map(line -> shared.contains(line.at().offset())
                        ? line.withLook(line.look().plain())
                        : line)
                .toList();
    }

    /** The index of the caption row, or -1: one of the first rows, with two known captions. */
    int captionRow() {
        for (int i = 0; i < Math.min(4, rows.size()); i++) {
            OutlineTableRow row = rows.get(i);
            boolean level = row.cells().keySet().stream().anyMatch(column -> {
                PlanTableColumn known = PlanTableColumn.fromCaption(row.text(column));
                return known != null && known.rank() != null;
            });
            if (level
                    && row.countKnownCaptions() >= 2
                    && row.countKnownCaptions() * 2 >= row.cells().size()) {
                return i;
            }
        }
        return -1;
    }
}
