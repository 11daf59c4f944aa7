package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.reading.domain.text.Cell;
import org.convergence.plan.reading.domain.text.Line;

/** The lines of a table, by row and column. */
record Table(List<Row> rows) {

    /** A row: its filled cells, each with its lines, by first column. */
    record Row(TreeMap<Integer, List<Line>> cells, int lastColumn) {

        /** The text of a cell, or empty. */
        String text(int column) {
            return words(column, Line::text);
        }

        /** The text of a cell with its numbers and bullets, or empty. */
        String whole(int column) {
            return words(column, Line::whole);
        }

        private String words(int column, Function<Line, String> of) {
            return cells.getOrDefault(column, List.of()).stream().map(of).collect(Collectors.joining(" "));
        }

        /** How many filled cells have the caption of a known column. */
        long known() {
            return cells.keySet().stream()
                    .filter(column -> Column.of(text(column)) != null)
                    .count();
        }

        boolean saysSameAs(Row other) {
            return cells.keySet().equals(other.cells.keySet())
                    && cells.keySet().stream().allMatch(c -> Words.fold(text(c)).equals(Words.fold(other.text(c))));
        }
    }

    static Table of(List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        int current = -1;
        for (Line line : lines) {
            Cell cell = line.cell();
            if (cell == null) {
                continue;
            }
            if (rows.isEmpty() || cell.row() != current) {
                rows.add(new Row(new TreeMap<>(), 0));
                current = cell.row();
            }
            Row row = rows.get(rows.size() - 1);
            row.cells().computeIfAbsent(cell.column(), key -> new ArrayList<>()).add(line);
            int last = Math.max(row.lastColumn(), cell.column() + cell.span() - 1);
            rows.set(rows.size() - 1, new Row(row.cells(), last));
        }
        return new Table(rows);
    }

    /**
     * The same table with rows and columns swapped where its first column is the captions, as in a sheet on one action:
     * two columns, the first with a level and at least as many known captions as others.
     */
    Table upright() {
        boolean sheet =
                rows.size() >= 2 && rows.stream().allMatch(row -> row.cells().containsKey(0) && row.lastColumn() == 1);
        Row names = new Row(new TreeMap<>(), rows.size() - 1);
        Row values = new Row(new TreeMap<>(), rows.size() - 1);
        for (int i = 0; sheet && i < rows.size(); i++) {
            names.cells().put(i, rows.get(i).cells().getOrDefault(0, List.of()));
            if (rows.get(i).cells().containsKey(1)) {
                values.cells().put(i, rows.get(i).cells().getOrDefault(1, List.of()));
            }
        }
        Table turned = new Table(List.of(names, values));
        return sheet && !values.cells().isEmpty() && turned.captions() == 0 ? turned : this;
    }

    /** The lines of the table; lines beside others lose the bold type that makes a single line a title. */
    List<Line> plainly(List<Line> lines) {
        Set<Integer> shared = new HashSet<>();
        for (Row row : rows) {
            if (row.cells().size() > 1) {
                row.cells()
                        .values()
                        .forEach(cell ->
                                cell.forEach(line -> shared.add(line.at().offset())));
            }
        }
        return lines.stream()
                .map(line -> shared.contains(line.at().offset())
                        ? line.with(line.look().plain())
                        : line)
                .toList();
    }

    /** The index of the caption row, or -1: one of the first rows, with two known captions. */
    int captions() {
        for (int i = 0; i < Math.min(4, rows.size()); i++) {
            Row row = rows.get(i);
            boolean level = row.cells().keySet().stream().anyMatch(column -> {
                Column known = Column.of(row.text(column));
                return known != null && known.rank() != null;
            });
            if (level && row.known() >= 2 && row.known() * 2 >= row.cells().size()) {
                return i;
            }
        }
        return -1;
    }
}
