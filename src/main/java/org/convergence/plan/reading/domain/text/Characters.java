package org.convergence.plan.reading.domain.text;

import java.text.Normalizer;

/** Decides what counts as a character of a text: not white space, controls or formatting marks. */
public final class Characters {

    private static final char SOFT_HYPHEN = '\u00AD';

    private Characters() {}

    /** White space, no-break spaces and controls included. */
    public static boolean isWhite(int c) {
        return c <= ' '
                || c == 0x7F
                || (c > 0x7F && (Character.isWhitespace(c) || Character.isSpaceChar(c) || isControl(c)));
    }

    private static boolean isControl(int c) {
        return c >= 0x80 && c < 0xA0;
    }

    /** Marks without a shape: direction, word joiner, byte order, soft hyphen. */
    static boolean isInvisible(char c) {
        return switch (c) {
            case SOFT_HYPHEN, '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF', '\uFFFE', '\uFFFF' -> true;
            default -> (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        };
    }

    /**
     * A line without invisible marks, with controls as spaces, letters composed and ligatures separated. A soft hyphen
     * at the end of the line marks a cut word and becomes a hyphen.
     */
    static String clean(String line) {
        int end = line.length();
        while (end > 0 && isWhite(line.charAt(end - 1))) {
            end--;
        }
        boolean cut = end > 1 && line.charAt(end - 1) == SOFT_HYPHEN && Character.isLetter(line.charAt(end - 2));
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' || c == 0x7F || isControl(c)) {
                out.append(' ');
            } else if (cut && i == end - 1) {
                out.append('-');
            } else if (c >= '\uFB00' && c <= '\uFB06') {
                out.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else if (!isInvisible(c)) {
                out.append(c);
            }
        }
        return Normalizer.isNormalized(out, Normalizer.Form.NFC)
                ? out.toString()
                : Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** The text without surrounding white space. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isWhite(text.charAt(from))) {
            from++;
        }
        while (to > from && isWhite(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The characters of a text without its white space. */
    public static String withoutWhiteSpace(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isWhite(c)).forEach(out::appendCodePoint);
        return out.toString();
    }
}
