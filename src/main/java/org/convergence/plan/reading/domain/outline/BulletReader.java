package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.Characters;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.jspecify.annotations.Nullable;

/** The signs that begin list items, including those of symbol fonts. */
final class BulletReader {

    private static final String SIGNS = "•◦○●■□▪▫◾◽◼◻·∙‣⁃►▶➢➤➔→⇒✓✔☐☑✗❖◆◇★☆❑❒";
    private static final String DASHES = "-–—−";
    private static final String WITH_SPACE = "*+>o§";
    private static final int MOST_DASHES = 3;

    /** Maximum number of items in one line. */
    private static final int MOST = 500;

    private BulletReader() {}

    /** The bullet at the beginning of a line, or null. */
    static @Nullable LineMark read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char c = text.charAt(0);
        char next = text.length() > 1 ? text.charAt(1) : ' ';
        if (isSign(c)) {
            return LineMark.bullet(text.substring(0, 1), String.valueOf(c));
        }
        if (DASHES.indexOf(c) >= 0) {
            return dashes(text);
        }
        if (WITH_SPACE.indexOf(c) >= 0 && text.length() > 2 && Characters.isWhite(next)) {
            return LineMark.bullet(text.substring(0, 1), String.valueOf(c));
        }
        return null;
    }

    /** One to three dashes before white space or a capital; more are a line drawn across the page. */
    private static @Nullable LineMark dashes(String text) {
        int end = 1;
        while (end < text.length() && text.charAt(end) == text.charAt(0)) {
            end++;
        }
        if (end > MOST_DASHES || end >= text.length()) {
            return null;
        }
        char next = text.charAt(end);
        boolean item = Characters.isWhite(next) || Character.isUpperCase(next);
        return item ? LineMark.bullet(text.substring(0, end), "-".repeat(end)) : null;
    }

    /** A sign that is a bullet in any position: a drawn one, or one of a symbol font. */
    static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0 || (c >= '\uE000' && c <= '\uF8FF');
    }

    /**
     * Splits a line that lost its line ends before each bullet in its middle: before a sign in a line that begins with
     * one, and before the leading dash or letter repeated between two sentences.
     */
    static List<ManuscriptLine> split(ManuscriptLine line) {
        String text = line.text();
        if (read(text) == null) {
            return List.of(line);
        }
        char first = text.charAt(0);
        boolean signs = isSign(first);
        List<ManuscriptLine> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 2; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            boolean cut = Characters.isWhite(text.charAt(i - 1))
                    && (signs ? isSign(c) : c == first && betweenSentences(text, i));
            if (cut && pieces.size() < MOST) {
                pieces.add(line.slice(from, i));
                from = i;
            }
        }
        pieces.add(line.slice(from, text.length()));
        return pieces;
    }

    private static boolean betweenSentences(String text, int dash) {
        int before = dash - 1;
        while (before > 0 && Characters.isWhite(text.charAt(before))) {
            before--;
        }
        return ".;!?".indexOf(text.charAt(before)) >= 0
                && Characters.isWhite(text.charAt(dash + 1))
                && Character.isUpperCase(text.charAt(dash + 2));
    }
}
