package org.convergence.platform.text;

/** Shortens texts to a given length. */
public final class TextShortener {

    private TextShortener() {}

    /**
     * The text, or its beginning with « … » if it has more than {@code most} characters; no character is cut in two.
     */
    public static String shorten(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
