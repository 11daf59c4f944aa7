package org.convergence.platform.text;

/** Texts that must fit. */
public final class Brief {

    private Brief() {}

    /** The text, or of one that is longer than so many characters its beginning with « … »; none is cut in two. */
    public static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
