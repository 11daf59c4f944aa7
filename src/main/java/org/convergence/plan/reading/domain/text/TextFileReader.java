package org.convergence.plan.reading.domain.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.text.FileKindRecogniser.DecodedText;
import org.convergence.plan.reading.domain.text.Manuscript.FileKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.ManuscriptReader.LineReader;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/** Reads plain text of any encoding and with any line ends; a form feed is a new page. */
final class TextFileReader implements LineReader {

    private static final int TAB = 4;

    /** Distance between columns separated by tabs, whatever their width, in characters. */
    private static final int COLUMN = 40;

    /** This many spaces in the middle of a line separate its parts, as in a table. */
    private static final int WIDE = 3;

    private static final int DEEPEST = 6;

    /** A row of a table in Markdown, and the rule below its captions. */
    private static final Pattern MARKDOWN_ROW = Pattern.compile("\\s*\\|.*\\|.*\\|\\s*");

    private static final Pattern MARKDOWN_RULE = Pattern.compile("\\s*\\|(?:\\s*:?-+:?\\s*\\|)+\\s*");

    @Override
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        DecodedText letters = DecodedText.decode(file.content());
        String text = letters.text();
        LineCollector lines = new LineCollector(budget);
        int row = 0;
        int tables = 0;
        boolean inTable = false;
        int from = 0;
        while (from <= text.length()) {
            int to = from;
            while (to < text.length() && !isLineEnd(text.charAt(to))) {
                to++;
            }
            String line = text.substring(from, to);
            boolean before = inTable;
            inTable = MARKDOWN_ROW.matcher(line).matches();
            if (!inTable) {
                addLine(lines, line, from, row, 0);
            } else if (!MARKDOWN_RULE.matcher(line).matches()) {
                tables += before ? 0 : 1;
                addLine(lines, withTabs(line), from, row, tables);
            }
            row++;
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

    /** Adds a line of a table in Markdown, or of none (0); parts of other lines may still turn out to be cells. */
    private static void addLine(LineCollector lines, String raw, int offset, int row, int table) {
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
        int hashes = heading(raw, begin, end);
        int stars = stars(raw, begin, end);
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
            addPieces(lines, raw.substring(0, end), begin, offset, new LineCell(table, row, tabs, 1), indent);
        }
    }

    /** The same row with tabs for the bars between its cells, each character at its place. */
    private static String withTabs(String row) {
        String cells = row.replace("**", "  ");
        int first = cells.indexOf('|');
        int last = cells.lastIndexOf('|');
        return " ".repeat(first + 1)
                + cells.substring(first + 1, last).replace('|', '\t')
                + " ".repeat(cells.length() - last);
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
            lines.add(
                    raw.substring(from, to),
                    "",
                    look,
                    new LineCell(first.table(), first.row(), column, 1),
                    ManuscriptPart.BODY);
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

    /** The number of stars around the whole line (bold or italic in Markdown), or 0. */
    private static int stars(String raw, int from, int to) {
        int stars = 0;
        while (stars < 3 && from + stars < to && raw.charAt(from + stars) == '*') {
            stars++;
        }
        if (stars == 0 || to - from <= 2 * stars + 1 || Characters.isWhite(raw.charAt(from + stars))) {
            return 0;
        }
        int inside = raw.indexOf('*', from + stars);
        return inside == to - stars && raw.startsWith("*".repeat(stars), inside) ? stars : 0;
    }

    /** The number of leading number signs of a heading, or 0. */
    private static int heading(String raw, int from, int to) {
        int i = from;
        while (i < to && raw.charAt(i) == '#') {
            i++;
        }
        int level = i - from;
        boolean titled = level > 0 && level <= DEEPEST && i + 1 < to && Characters.isWhite(raw.charAt(i));
        return titled ? level : 0;
    }

    /** Finds page numbers, and the headers and footers beside them, in plain text converted from pages. */
    static final class TextFurniture {

        private static final int REPEATED = 2;

        private final List<TextRow> rows = new ArrayList<>();
        private final boolean[] numbers;

        /** The parts of one line, from left to right. */
        private record TextRow(List<ManuscriptLine> parts, String text) {

            int page() {
                return parts.get(0).at().page();
            }

            boolean gap() {
                return parts.get(0).look().gap();
            }
        }

        private TextFurniture(List<ManuscriptLine> lines) {
            int i = 0;
            while (i < lines.size()) {
                int end = i + 1;
                StringBuilder text = new StringBuilder(lines.get(i).text());
                while (end < lines.size()
                        && lines.get(end).at().line() == lines.get(i).at().line()) {
                    text.append(' ').append(lines.get(end++).text());
                }
                rows.add(new TextRow(lines.subList(i, end), text.toString()));
                i = end;
            }
            numbers = new boolean[rows.size()];
        }

        /** The same lines, with headers, footers and page numbers marked. */
        static List<ManuscriptLine> mark(List<ManuscriptLine> lines) {
            return new TextFurniture(lines).mark();
        }

        private List<ManuscriptLine> mark() {
            boolean paged = !rows.isEmpty() && rows.get(rows.size() - 1).page() > 1;
            for (int i = 0; i < rows.size(); i++) {
                String text = rows.get(i).text();
                boolean apart = rows.get(i).gap()
                        || i == rows.size() - 1
                        || rows.get(i + 1).gap();
                boolean certain = PageNumber.isMarkedPageNumber(text) && (isEdge(i) || apart || i == 0);
                numbers[i] = certain || (paged && isEdge(i) && PageNumber.isPageNumber(text));
            }
            Map<String, Integer> times = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                if (mayBeHeader(i)) {
                    times.merge(key(rows.get(i).text()), 1, Integer::sum);
                }
            }
            List<ManuscriptLine> out = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                boolean header =
                        times.getOrDefault(key(rows.get(i).text()), 0) >= REPEATED && (mayBeHeader(i) || i == 0);
                for (ManuscriptLine line : rows.get(i).parts()) {
                    out.add(numbers[i] || header ? line.movedTo(ManuscriptPart.PAGE_FURNITURE) : line);
                }
            }
            return out;
        }

        /** First or last of its page. */
        private boolean isEdge(int i) {
            boolean first = i == 0 || rows.get(i - 1).page() != rows.get(i).page();
            boolean last = i == rows.size() - 1
                    || rows.get(i + 1).page() != rows.get(i).page();
            return first || last;
        }

        /** Beside a page number, first or last of a page, or with such a number in it. */
        private boolean mayBeHeader(int i) {
            boolean besideNumber = (i > 0 && numbers[i - 1]) || (i + 1 < rows.size() && numbers[i + 1]);
            boolean first = i > 0 && rows.get(i - 1).page() != rows.get(i).page();
            boolean last =
                    i + 1 < rows.size() && rows.get(i + 1).page() != rows.get(i).page();
            return !numbers[i]
                    && (besideNumber
                            || first
                            || last
                            || PageNumber.hasPageNumber(rows.get(i).text()));
        }

        /** Only page numbers are masked: numbers of objectives distinguish titles. */
        private static String key(String text) {
            return PageNumber.hasPageNumber(text) ? PageNumber.maskNumbers(text) : text;
        }
    }
}
