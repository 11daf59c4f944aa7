package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.jspecify.annotations.Nullable;

/**
 * Lines whose parts are far apart: a table if one row names what the columns hold, else ordinary lines that are joined
 * again. In PDF or plain text this is a best effort, since cells have no edges.
 */
final class LooseTableReader {

    /** First number of tables found here, above those of any format. */
    private static final int FIRST_TABLE = 1_000_000;

    private static final int NEAR = 3;
    private static final int LOOKED_AT = 60;

    private final List<ManuscriptLine> out = new ArrayList<>();
    private int tables = FIRST_TABLE;
    private List<ManuscriptLine> captions = List.of();
    private int row;
    private int column;
    private boolean spaced;
    private int[] widths = new int[0];
    private List<@Nullable ManuscriptLine> cells = List.of();

    private LooseTableReader() {}

    static List<ManuscriptLine> resolve(List<ManuscriptLine> lines) {
        LooseTableReader tables = new LooseTableReader();
        int i = 0;
        while (i < lines.size()) {
            int end = i + 1;
            while (end < lines.size() && inSameRow(lines.get(i), lines.get(end))) {
                end++;
            }
            tables.take(lines.subList(i, end), lines, end);
            i = end;
        }
        return tables.out;
    }

    private static boolean inSameRow(ManuscriptLine one, ManuscriptLine other) {
        LineCell left = one.cell();
        LineCell right = other.cell();
        return left != null && right != null && left.isLoose() && right.isLoose() && left.row() == right.row();
    }

    private void take(List<ManuscriptLine> parts, List<ManuscriptLine> lines, int end) {
        if (parts.get(0).cell() != null && !loose(parts.get(0))) {
            captions = List.of();
            out.addAll(parts);
        } else if (isCaptions(parts)) {
            List<ManuscriptLine> next = lines.subList(end, Math.min(lines.size(), end + LOOKED_AT));
            boolean again = sameText(parts, captions);
            spaced = isSpaced(next) || (again && spaced);
            if (!again) {
                tables++;
                captions = List.copyOf(parts);
            }
            widths = widths(next, again ? widths : new int[parts.size()]);
            row++;
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
            boolean begins = !spaced || parts.get(0).look().gap();
            parts.forEach(part -> inTable(part, begins));
        }
    }

    private static boolean loose(ManuscriptLine line) {
        LineCell cell = line.cell();
        return cell != null && cell.isLoose();
    }

    private static boolean isCaptions(List<ManuscriptLine> parts) {
        if (parts.size() < 2) {
            return false;
        }
        long known = parts.stream()
                .filter(part -> PlanTableColumn.fromCaption(part.text()) != null)
                .count();
        boolean level = parts.stream().anyMatch(part -> {
            PlanTableColumn column = PlanTableColumn.fromCaption(part.text());
            return column != null && column.rank() != null;
        });
        return level && known >= 2 && known * 2 >= parts.size();
    }

    private static boolean sameText(List<ManuscriptLine> one, List<ManuscriptLine> other) {
        return one.stream()
                .map(ManuscriptLine::text)
                .toList()
                .equals(other.stream().map(ManuscriptLine::text).toList());
    }

    /** A single line that names a level, is larger, or runs into the next column is outside the table. */
    private boolean leavesTable(List<ManuscriptLine> parts) {
        ManuscriptLine line = parts.get(0);
        LineMark mark = MarkReader.read(line.text());
        boolean larger = line.look().size() > captions.get(0).look().size() + 1;
        boolean title = (mark.hasKind(LineMark.LineMarkKind.WORD) && mark.rank() == LineMark.LevelRank.TOP) || larger;
        boolean over = captions.size() > 1
                && line.look().width() > captions.get(1).look().indent()
                && line.look().indent() < captions.get(1).look().indent();
        return parts.size() == 1 && (title || over) && line.look().gap();
    }

    /** White space between some of the next lines, but not between all: it parts the rows, and the others are wrapped. */
    private static boolean isSpaced(List<ManuscriptLine> next) {
        int gaps = 0;
        int tight = 0;
        int last = -1;
        for (ManuscriptLine line : next) {
            LineCell cell = line.cell();
            boolean first = cell == null || cell.row() != last;
            last = cell == null ? -1 : cell.row();
            gaps += first && line.look().gap() ? 1 : 0;
            tight += first && !line.look().gap() ? 1 : 0;
        }
        return gaps >= 2 && tight >= 1;
    }

    /**
     * Puts a part in its column.
     *
     * @param begins it may begin a row
     */
    private void inTable(ManuscriptLine part, boolean begins) {
        int at = columnOf(part);
        ManuscriptLine before = at < cells.size() ? cells.get(at) : null;
        if (before != null && !begins && isWrapped(before, part, at)) {
            append(before, part, at);
            return;
        }
        boolean goesOn = before != null
                && (TextAnalysis.startsInLowerCase(part.text())
                        || TextAnalysis.expectsMore(before.text())
                        || HyphenPolicy.endsCut(before.text()));
        boolean back =
                at < column || (at == column && before != null && part.look().gap());
        if (back && begins && !goesOn) {
            row++;
            begin();
        }
        put(part, at);
    }

    /** The cell was broken because the next word did not fit in the widest line of its column. */
    private boolean isWrapped(ManuscriptLine before, ManuscriptLine part, int at) {
        return MarkReader.read(part.text()).hasKind(LineMark.LineMarkKind.NONE)
                && before.look().width() + 1 + TextAnalysis.firstWordLength(part.text()) > widths[at];
    }

    private void append(ManuscriptLine before, ManuscriptLine part, int at) {
        String glue = HyphenPolicy.endsCut(before.text()) ? "" : " ";
        ManuscriptLine whole = new ManuscriptLine(
                before.text() + glue + part.text(),
                before.marker(),
                before.at(),
                part.look(),
                before.cell(),
                before.part());
        out.set(out.lastIndexOf(before), whole);
        cells.set(at, whole);
        column = at;
    }

    private int[] widths(List<ManuscriptLine> next, int[] above) {
        int[] widths = above.clone();
        for (ManuscriptLine line : next) {
            int at = columnOf(line);
            widths[at] = Math.max(widths[at], line.look().width());
        }
        return widths;
    }

    private void begin() {
        cells = new ArrayList<>();
        for (int i = 0; i < captions.size(); i++) {
            cells.add(null);
        }
        column = 0;
    }

    private void put(ManuscriptLine part, int at) {
        ManuscriptLine placed = part.movedTo(new LineCell(tables, row, at, 1));
        cells.set(at, placed);
        column = at;
        out.add(placed);
    }

    private int columnOf(ManuscriptLine part) {
        int at = 0;
        for (int i = 0; i < captions.size(); i++) {
            if (captions.get(i).look().indent() <= part.look().indent() + NEAR) {
                at = i;
            }
        }
        return at;
    }

    private static ManuscriptLine together(List<ManuscriptLine> parts) {
        ManuscriptLine first = parts.get(0);
        if (parts.size() == 1) {
            return first.movedTo((LineCell) null);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(text.isEmpty() ? "" : " ").append(part.text()));
        LineLook last = parts.get(parts.size() - 1).look();
        LineLook look = first.look();
        boolean strong = parts.stream().allMatch(part -> part.look().strong());
        LineCell cell = first.cell();
        int indent = cell != null && cell.column() > 0 ? cell.column() * 4 : look.indent();
        LineLook whole =
                new LineLook(look.heading(), look.list(), indent, last.width(), look.size(), strong, look.gap());
        return new ManuscriptLine(text.toString(), first.marker(), first.at(), whole, null, first.part());
    }
}
