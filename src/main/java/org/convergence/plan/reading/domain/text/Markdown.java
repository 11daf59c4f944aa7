package org.convergence.plan.reading.domain.text;

/** Headings in plain text that is written as Markdown. */
final class Markdown {

    private static final int DEEPEST = 6;

    private Markdown() {}

    /** How many number signs begin the line as a heading, or 0. */
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
