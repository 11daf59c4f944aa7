package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.Cell;
import org.convergence.plan.reading.domain.text.Line;
import org.convergence.plan.reading.domain.text.Look;
import org.jspecify.annotations.Nullable;

/**
 * Lines whose parts are far apart: a table if one row names what the columns hold, else ordinary lines that are joined
 * again. In PDF or plain text this is a best effort, since cells have no edges.
 */
final class LooseTables {

    /** First number of tables found here, above those of any format. */
    private static final int FIRST_TABLE = 1_000_000;

    private static final int NEAR = 3;

    private final List<Line> out = new ArrayList<>();
    private int tables = FIRST_TABLE;
    private List<Line> captions = List.of();
    private int row;
    private int column;
    private List<@Nullable Line> cells = List.of();

    private LooseTables() {}

    static List<Line> resolve(List<Line> lines) {
        LooseTables tables = new LooseTables();
        int i = 0;
        while (i < lines.size()) {
            int end = i + 1;
            while (end < lines.size() && inSameRow(lines.get(i), lines.get(end))) {
                end++;
            }
            tables.take(lines.subList(i, end));
            i = end;
        }
        return tables.out;
    }

    private static boolean inSameRow(Line one, Line other) {
        Cell left = one.cell();
        Cell right = other.cell();
        return left != null && right != null && left.loose() && right.loose() && left.row() == right.row();
    }

    private void take(List<Line> parts) {
        if (parts.get(0).cell() != null && !loose(parts.get(0))) {
            captions = List.of();
            out.addAll(parts);
        } else if (isCaptions(parts)) {
            boolean again = sameText(parts, captions);
            if (!again) {
                tables++;
                captions = List.copyOf(parts);
            }
            begin();
            for (int i = 0; i < parts.size(); i++) {
                put(parts.get(i), i);
            }
            row++;
            begin();
        } else if (captions.isEmpty() || leavesTable(parts)) {
            captions = List.of();
            out.add(together(parts));
        } else {
            parts.forEach(this::inTable);
        }
    }

    private static boolean loose(Line line) {
        Cell cell = line.cell();
        return cell != null && cell.loose();
    }

    private static boolean isCaptions(List<Line> parts) {
        if (parts.size() < 2) {
            return false;
        }
        long known =
                parts.stream().filter(part -> Column.of(part.text()) != null).count();
        boolean level = parts.stream().anyMatch(part -> {
            Column column = Column.of(part.text());
            return column != null && column.rank() != null;
        });
        return level && known >= 2 && known * 2 >= parts.size();
    }

    private static boolean sameText(List<Line> one, List<Line> other) {
        return one.stream()
                .map(Line::text)
                .toList()
                .equals(other.stream().map(Line::text).toList());
    }

    /** A single line that names a level, is larger, or runs into the next column is outside the table. */
    private boolean leavesTable(List<Line> parts) {
        Line line = parts.get(0);
        Mark mark = MarkReader.read(line.text());
        boolean larger = line.look().size() > captions.get(0).look().size() + 1;
        boolean title = (mark.is(Mark.Kind.WORD) && mark.rank() == Mark.Rank.TOP) || larger;
        boolean over = captions.size() > 1
                && line.look().width() > captions.get(1).look().indent()
                && line.look().indent() < captions.get(1).look().indent();
        return parts.size() == 1 && (title || over) && line.look().gap();
    }

    private void inTable(Line part) {
        int at = columnOf(part);
        Line before = at < cells.size() ? cells.get(at) : null;
        boolean goesOn = before != null
                && (Words.startsSmall(part.text()) || Words.leadsOn(before.text()) || Hyphens.endsCut(before.text()));
        boolean back =
                at < column || (at == column && before != null && part.look().gap());
        if (back && !goesOn) {
            row++;
            begin();
        }
        put(part, at);
    }

    private void begin() {
        cells = new ArrayList<>();
        for (int i = 0; i < captions.size(); i++) {
            cells.add(null);
        }
        column = 0;
    }

    private void put(Line part, int at) {
        cells.set(at, part);
        column = at;
        out.add(part.in(new Cell(tables, row, at, 1)));
    }

    private int columnOf(Line part) {
        int at = 0;
        for (int i = 0; i < captions.size(); i++) {
            if (captions.get(i).look().indent() <= part.look().indent() + NEAR) {
                at = i;
            }
        }
        return at;
    }

    private static Line together(List<Line> parts) {
        Line first = parts.get(0);
        if (parts.size() == 1) {
            return first.in((Cell) null);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(text.isEmpty() ? "" : " ").append(part.text()));
        Look last = parts.get(parts.size() - 1).look();
        Look look = first.look();
        boolean strong = parts.stream().allMatch(part -> part.look().strong());
        Cell cell = first.cell();
        int indent = cell != null && cell.column() > 0 ? cell.column() * 4 : look.indent();
        Look whole = new Look(look.heading(), look.list(), indent, last.width(), look.size(), strong, look.gap());
        return new Line(text.toString(), first.marker(), first.at(), whole, null, first.part());
    }
}
