package org.convergence.plan.reading.domain.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;

/** Finds page numbers, and the headers and footers beside them, in plain text converted from pages. */
final class TextFurniture {

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
            boolean apart =
                    rows.get(i).gap() || i == rows.size() - 1 || rows.get(i + 1).gap();
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
            boolean header = times.getOrDefault(key(rows.get(i).text()), 0) >= REPEATED && (mayBeHeader(i) || i == 0);
            for (ManuscriptLine line : rows.get(i).parts()) {
                out.add(numbers[i] || header ? line.movedTo(ManuscriptPart.PAGE_FURNITURE) : line);
            }
        }
        return out;
    }

    /** First or last of its page. */
    private boolean isEdge(int i) {
        boolean first = i == 0 || rows.get(i - 1).page() != rows.get(i).page();
        boolean last =
                i == rows.size() - 1 || rows.get(i + 1).page() != rows.get(i).page();
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
