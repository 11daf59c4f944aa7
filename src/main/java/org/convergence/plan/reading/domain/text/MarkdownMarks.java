package org.convergence.plan.reading.domain.text;

/** Headings in plain text written as Markdown. */
final class MarkdownMarks {

    private static final int DEEPEST = 6;

    private MarkdownMarks() {}

    /** The number of stars around the whole line (bold or italic in Markdown), or 0. */
    static int stars(String raw, int from, int to) {
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
    static int heading(String raw, int from, int to) {
        int i = from;
        while (i < to && raw.charAt(i) == '#') {
            i++;
        }
        int level = i - from;
        boolean titled = level > 0 && level <= DEEPEST && i + 1 < to && Characters.isWhite(raw.charAt(i));
        return titled ? level : 0;
    }
}
