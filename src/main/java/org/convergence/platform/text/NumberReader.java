package org.convergence.platform.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers and durations as people and spreadsheets write them, in French or English usage. */
public final class NumberReader {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,4})(?:h(\\d{1,2})?|:(\\d{2}))(?:min|m)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})(?:min|m)");

    private NumberReader() {}

    /** {@code 1 234,5} and {@code 1,234.5} are the same number; a lone comma is a decimal comma. */
    public static Optional<BigDecimal> number(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f'’]", "").replace('−', '-');
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        if (comma >= 0 && point > comma) {
            plain = plain.replace(",", "");
        } else if (comma >= 0) {
            plain = plain.replace(".", "").replace(',', '.');
        }
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** A whole number: {@code 24}, {@code 1 200}, {@code 24,0}. */
    public static Optional<Integer> wholeNumber(String text) {
        return number(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.abs().compareTo(new BigDecimal(Integer.MAX_VALUE)) < 0)
                .map(BigDecimal::intValue);
    }

    /** Hours: {@code 3}, {@code 3,5}, {@code 3 h}, {@code 3 h 30}, {@code 3:30}, {@code 45 min}. */
    public static Optional<BigDecimal> hours(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "").toLowerCase(Locale.ROOT);
        Matcher minutes = MINUTES.matcher(plain);
        if (minutes.matches()) {
            return Optional.of(ofMinutes(Integer.parseInt(minutes.group(1))));
        }
        Matcher hours = HOURS.matcher(plain);
        if (hours.matches()) {
            String rest = hours.group(2) != null ? hours.group(2) : hours.group(3) != null ? hours.group(3) : "0";
            int part = Integer.parseInt(rest);
            return part > 59 ? Optional.empty() : Optional.of(ofMinutes(Integer.parseInt(hours.group(1)) * 60 + part));
        }
        return number(plain.endsWith("h") ? plain.substring(0, plain.length() - 1) : plain);
    }

    private static BigDecimal ofMinutes(int minutes) {
        return new BigDecimal(minutes).divide(new BigDecimal(60), 2, RoundingMode.HALF_UP);
    }
}
