package org.convergence.plan.reading.domain.text;

import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/** Reads plain text of any encoding and with any line ends; a form feed is a new page. */
final class TextFileReader implements LineReader {

    private static final int TAB = 4;
    /** Distance between columns separated by tabs, whatever their width, in characters. */
    private static final int COLUMN = 40;

    /** This many spaces in the middle of a line separate its parts, as in a table. */
    private static final int WIDE = 3;

    @Override
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        DecodedText letters = DecodedText.decode(file.content());
        String text = letters.text();
        LineCollector lines = new LineCollector(budget);
        int row = 0;
        int from = 0;
        while (from <= text.length()) {
            int to = from;
            while (to < text.length() && !isLineEnd(text.charAt(to))) {
                to++;
            }
            addLine(lines, text.substring(from, to), from, row++);
            if (to < text.length() && text.charAt(to) == '\f') {
                lines.newPage();
            }
            boolean pair = to + 1 < text.length() && text.charAt(to) == '\r' && text.charAt(to + 1) == '\n';
            from = to + (pair ? 2 : 1);
        }
        if (lines.lines().isEmpty()) {
            throw new PlanRefused(PlanRefusalReason.EMPTY);
        }
        return new Manuscript(FileKind.TEXT, TextFurniture.mark(lines.lines()), letters.guessed());
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static void addLine(LineCollector lines, String raw, int offset, int row) {
        lines.onLine(row + 1);
        lines.startAt(offset);
        int indent = 0;
        int begin = 0;
        int tabs = 0;
        while (begin < raw.length() && Characters.isWhite(raw.charAt(begin))) {
            boolean tab = raw.charAt(begin) == '\t';
            indent = tab ? (indent / TAB + 1) * TAB : indent + 1;
            tabs += tab ? 1 : 0;
            begin++;
        }
        int end = raw.length();
        while (end > begin && Characters.isWhite(raw.charAt(end - 1))) {
            end--;
        }
        int hashes = MarkdownMarks.heading(raw, begin, end);
        int stars = MarkdownMarks.stars(raw, begin, end);
        if (stars > 0) {
            lines.startAt(offset + begin + stars);
            LineLook look = LineLook.plain(indent, indent + end - begin - 2 * stars, stars > 1);
            lines.add(raw.substring(begin + stars, end - stars), "", look, null, ManuscriptPart.BODY);
        } else if (hashes > 0) {
            lines.startAt(offset + begin);
            LineLook look = new LineLook(hashes, 0, 0, end - begin, 0, false, false);
            lines.add(
                    raw.substring(begin + hashes, end),
                    raw.substring(begin, begin + hashes),
                    look,
                    null,
                    ManuscriptPart.BODY);
        } else if (wideGap(raw, begin, end) < 0) {
            lines.add(raw, "", LineLook.plain(indent, indent + end - begin, false), null, ManuscriptPart.BODY);
        } else {
            addPieces(lines, raw.substring(0, end), begin, offset, new LineCell(0, row, tabs, 1), indent);
        }
    }

    /** Tabs put pieces in numbered columns; spaces leave them at their position. */
    private static void addPieces(LineCollector lines, String raw, int begin, int offset, LineCell first, int indent) {
        int column = first.column();
        boolean tabbed = raw.indexOf('\t', begin) >= 0;
        int from = begin;
        while (from < raw.length()) {
            int gap = wideGap(raw, from, raw.length());
            int to = gap < 0 ? raw.length() : gap;
            int left = tabbed ? column * COLUMN : indent + from - begin;
            lines.onLine(first.row() + 1);
            lines.startAt(offset + from);
            LineLook look = LineLook.plain(left, left + to - from, false);
            lines.add(raw.substring(from, to), "", look, new LineCell(0, first.row(), column, 1), ManuscriptPart.BODY);
            from = to;
            int next = column + 1;
            int tabs = 0;
            while (from < raw.length() && Characters.isWhite(raw.charAt(from))) {
                tabs += raw.charAt(from) == '\t' ? 1 : 0;
                from++;
            }
            column = tabs > 0 ? column + tabs : next;
        }
    }

    /** The index of a tab, or of several spaces, between two parts of a line; -1 if there is none. */
    private static int wideGap(String raw, int from, int to) {
        int run = 0;
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (c == '\t') {
                return i - run;
            }
            run = Characters.isWhite(c) ? run + 1 : 0;
            if (run == WIDE) {
                return i + 1 - run;
            }
        }
        return -1;
    }
}
