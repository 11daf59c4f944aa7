package org.convergence.resources.membership;

import java.util.Optional;
import java.util.regex.Pattern;
import org.convergence.platform.text.NumberReader;

/** Parses a headcount: it has no decimals, so a comma or a point separates thousands. */
public final class HeadcountReader {

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,\\s\\u00a0\\u202f'’]\\d{3})+");

    private HeadcountReader() {}

    /** « 1 234 », {@code 1,234}, {@code 1.234}, {@code 1234}; empty if it is not a whole number, 0 or more. */
    public static Optional<Integer> read(String typed) {
        String text = typed.strip();
        String plain = GROUPED.matcher(text).matches() ? text.replaceAll("\\D", "") : text;
        return NumberReader.wholeNumber(plain).filter(number -> number >= 0);
    }
}
