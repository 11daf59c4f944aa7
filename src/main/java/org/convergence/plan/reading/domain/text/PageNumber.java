package org.convergence.plan.reading.domain.text;

import java.util.regex.Pattern;

/** Recognises a line that is only a page number. */
final class PageNumber {

    private static final Pattern ALONE = Pattern.compile(
            "(?:[-–—|]\\s*)?(?:page|p\\.|pg\\.)?\\s*(?:[0-9]{1,3}|[ivx]{1,6})\\s*(?:(?:de|sur|of|/)\\s*[0-9]{1,3})?(?:\\s*[-–—|])?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_WORD = Pattern.compile(
            "(?:[-–—|]\\s*)?(?:(?:page|pg\\.)\\s*[0-9]{1,3}.{0,10}|[0-9]{1,3}\\s*(?:de|sur|of|/)\\s*[0-9]{1,3}|[-–—]\\s*[0-9]{1,3}\\s*[-–—])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BESIDE = Pattern.compile(
            "^page\\s+[0-9]{1,3}\\b|\\bpage\\s+[0-9]{1,3}(?:\\s*(?:de|sur|of|/)\\s*[0-9]{1,3})?$",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 24;

    private PageNumber() {}

    /** A number with or without the word page. */
    static boolean isPageNumber(String text) {
        return text.length() <= LONGEST && ALONE.matcher(text).matches();
    }

    /** A number marked as a page number by a word or a sign. */
    static boolean isMarkedPageNumber(String text) {
        return text.length() <= LONGEST && WITH_WORD.matcher(text).matches();
    }

    /** Text that ends, or begins, with the word page and a number, as headers do. */
    static boolean hasPageNumber(String text) {
        return text.length() <= 120 && BESIDE.matcher(text).find();
    }

    /** The text of a line with its numbers masked, to compare headers with page numbers. */
    static String maskNumbers(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isDigit(c) ? '#' : c);
        }
        return out.toString().replaceAll("#++", "#");
    }
}
