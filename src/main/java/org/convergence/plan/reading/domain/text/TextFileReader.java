package org.convergence.plan.reading.domain.text;

import org.convergence.plan.reading.domain.text.Line.Part;
import org.convergence.plan.reading.domain.text.PlanRefused.Reason;

/** Reads plain text, whatever its letters and its line ends; a form feed is a new page. */
final class TextFileReader implements LineReader {

    private static final int TAB = 4;
    /** So many spaces in the middle of a line set its parts apart, as in a table. */
    private static final int WIDE = 3;

    @Override
    public Manuscript read(WrittenFile file, Budget budget) {
        Letters letters = Letters.of(file.content());
        String text = letters.text();
        LineCollector lines = new LineCollector(budget);
        int row = 0;
        int from = 0;
        while (from <= text.length()) {
            int to = from;
            while (to < text.length() && !isLineEnd(text.charAt(to))) {
                to++;
            }
            lines.startAt(from);
            addLine(lines, text.substring(from, to), from, row++);
            if (to < text.length() && text.charAt(to) == '\f') {
                lines.newPage();
            }
            boolean pair = to + 1 < text.length() && text.charAt(to) == '\r' && text.charAt(to + 1) == '\n';
            from = to + (pair ? 2 : 1);
        }
        if (lines.lines().isEmpty()) {
            throw new PlanRefused(Reason.EMPTY);
        }
        return new Manuscript(FileKind.TEXT, TextFurniture.mark(lines.lines()), letters.guessed());
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static void addLine(LineCollector lines, String raw, int offset, int row) {
        int indent = 0;
        int begin = 0;
        while (begin < raw.length() && Characters.isWhite(raw.charAt(begin))) {
            indent = raw.charAt(begin) == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
            begin++;
        }
        int end = raw.length();
        while (end > begin && Characters.isWhite(raw.charAt(end - 1))) {
            end--;
        }
        int wide = wideGap(raw, begin, end);
        if (wide < 0) {
            lines.add(raw, "", Look.plain(indent, indent + end - begin, false), null, Part.BODY);
            return;
        }
        int column = 0;
        int from = begin;
        while (from < end) {
            int to = wide < 0 ? end : wide;
            lines.startAt(offset + from);
            int left = indent + from - begin;
            lines.add(
                    raw.substring(from, to),
                    "",
                    Look.plain(left, left + to - from, false),
                    new Cell(0, row, column++, 1),
                    Part.BODY);
            from = to;
            while (from < end && Characters.isWhite(raw.charAt(from))) {
                from++;
            }
            wide = wideGap(raw, from, end);
        }
    }

    /** Where a tab, or several spaces, set two parts of a line apart; -1 if nothing does. */
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
