package org.convergence.platform.text;

/** Shortens texts to a given length. */
public final class TextShortener {

    private TextShortener() {}

    /** The first characters of a text, without spaces around it. */
    public static String limit(String text, int most) {
        String plain = text.strip();
        return plain.codePointCount(0, plain.length()) <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most)).strip();
    }

    /**
     * The text, or its beginning with « … » if it has more than {@code most} characters; no character is cut in two.
     */
    public static String shorten(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
