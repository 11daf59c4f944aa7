package org.convergence.plan.reading.domain.text;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.PdfRulings.RuledLine;
import org.jspecify.annotations.Nullable;

/** A table whose cells have edges, on one page; distances in points from the left and the top edge of the page. */
final class RuledTable {

    /** Lines at most this far apart are one edge: each cell of a page of the web has edges of its own. */
    private static final double NEAR = 4;

    private final List<RuledLine> rulings;
    private final List<Double> columns;
    private final List<Double> rows;

    private RuledTable(List<RuledLine> rulings) {
        this.rulings = rulings;
        this.columns = edges(false);
        this.rows = edges(true);
    }

    /** The tables of a page: lines that touch one another, with at least two rows and two columns between them. */
    static List<RuledTable> find(List<RuledLine> lines) {
        List<List<RuledLine>> groups = new ArrayList<>();
        for (RuledLine line : lines) {
            List<RuledLine> group = new ArrayList<>(List.of(line));
            List<List<RuledLine>> others = new ArrayList<>();
            for (List<RuledLine> other : groups) {
                if (other.stream().anyMatch(known -> touch(known, line))) {
                    group.addAll(other);
                } else {
                    others.add(other);
                }
            }
            others.add(group);
            groups = others;
        }
        return groups.stream()
                .map(RuledTable::new)
                .filter(table -> table.columns.size() > 2 && table.rows.size() > 2)
                .toList();
    }

    private static boolean touch(RuledLine one, RuledLine other) {
        if (one.horizontal() == other.horizontal()) {
            return Math.abs(one.at() - other.at()) <= NEAR
                    && one.from() <= other.to() + NEAR
                    && other.from() <= one.to() + NEAR;
        }
        return within(one.at(), other.from(), other.to()) && within(other.at(), one.from(), one.to());
    }

    private static boolean within(double at, double from, double to) {
        return at >= from - NEAR && at <= to + NEAR;
    }

    /** The places of the edges, in order; where the outermost is not drawn, the lines across end there. */
    private List<Double> edges(boolean horizontal) {
        List<Double> places = new ArrayList<>();
        for (RuledLine line : rulings) {
            if (line.horizontal() == horizontal) {
                places.add(line.at());
            } else {
                places.add(line.from());
                places.add(line.to());
            }
        }
        places.sort(null);
        List<Double> edges = new ArrayList<>();
        double last = 0;
        for (double place : places) {
            if (edges.isEmpty() || place - last > NEAR) {
                edges.add(place);
            }
            last = place;
        }
        return edges;
    }

    /** Whether the other table has the same columns, as after the end of a page. */
    boolean goesOnIn(RuledTable other) {
        if (columns.size() != other.columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (Math.abs(columns.get(i) - other.columns.get(i)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    int rowCount() {
        return rows.size() - 1;
    }

    /** The cell at this point, or null outside the table. */
    @Nullable
    RuledCell cellAt(double x, double y) {
        int column = between(columns, x);
        int row = between(rows, y);
        if (column < 0 || row < 0) {
            return null;
        }
        int left = column;
        while (left > 0 && !isEdge(false, columns.get(left), y)) {
            left--;
        }
        int right = column;
        while (right < columns.size() - 2 && !isEdge(false, columns.get(right + 1), y)) {
            right++;
        }
        double middle = (columns.get(left) + columns.get(left + 1)) / 2;
        while (row > 0 && !isEdge(true, rows.get(row), middle)) {
            row--;
        }
        return new RuledCell(row, left, right - left + 1, columns.get(right + 1));
    }

    private static int between(List<Double> edges, double place) {
        for (int i = 0; i < edges.size() - 1; i++) {
            if (place >= edges.get(i) && place < edges.get(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isEdge(boolean horizontal, double at, double along) {
        return rulings.stream()
                .anyMatch(line -> line.horizontal() == horizontal
                        && Math.abs(line.at() - at) <= NEAR
                        && within(along, line.from(), line.to()));
    }

    /**
     * A cell.
     *
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param span number of columns covered
     * @param end where it ends on the right, in points
     */
    record RuledCell(int row, int column, int span, double end) {}
}
