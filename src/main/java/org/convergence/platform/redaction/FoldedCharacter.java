package org.convergence.platform.redaction;

import org.convergence.platform.text.TextNormalizer;

/**
 * One character as it is compared: a small letter without accent, a figure, or one kind of blank, hyphen, apostrophe.
 */
final class FoldedCharacter {

    /** Fillers of Hangul and the empty pattern of Braille, which look like blanks and are none for Unicode. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0";

    private static final int TABLE = 0x250;
    private static final String[] FOLDED = new String[TABLE];

    static {
        for (int i = 0; i < TABLE; i++) {
            FOLDED[i] = folded(i);
        }
    }

    private FoldedCharacter() {}

    static String of(int codePoint) {
        return codePoint < TABLE ? FOLDED[codePoint] : folded(codePoint);
    }

    private static String folded(int codePoint) {
        if ((codePoint >= 0x2b9 && codePoint <= 0x2bf) || codePoint == 0xa78c) {
            return "'";
        }
        if (BLANK_LETTERS.indexOf(codePoint) >= 0) {
            return " ";
        }
        String one = Character.toString(codePoint);
        boolean isSign = Character.getType(codePoint) == Character.OTHER_SYMBOL && !Character.isAlphabetic(codePoint);
        // A symbol such as ™ right before a name does not belong to it, though it decomposes to letters.
        String folded = isSign ? "" : TextNormalizer.fold(one);
        if (!folded.isEmpty()) {
            return folded.equals("\u03c2") ? "\u03c3" : folded;
        }
        if (codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028 || codePoint == 0x2029) {
            return "\n";
        }
        if (codePoint == '\t') {
            return "\t";
        }
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == '~') {
            return " ";
        }
        return switch (codePoint) {
            case '\u2018', '\u2019', '\u2032', '\u00b4', '\uff07', '\u201b', '\u275c', '\u05f3' -> "'";
            case '\u2212', '\u00af', '\u2043', '\u02d7' -> "-";
            case '\u2027', '\u2022', '\u22c5', '\u30fb' -> "\u00b7";
            case '\uff0e', '\u2024', '\u3002', '\uff61' -> ".";
            case '\uff0c' -> ",";
            case '\uff3f' -> "_";
            case '\uff20' -> "@";
            default ->
                Character.getType(codePoint) == Character.DASH_PUNCTUATION
                        ? "-"
                        : Character.isBmpCodePoint(codePoint) ? one : "\ufffd";
        };
    }
}
