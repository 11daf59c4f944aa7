package org.convergence.platform.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Parses values from typed text, addresses or old rows. Invalid text gives an empty result, never an exception; years
 * run from 1 to 9999, as the database accepts.
 */
public final class TextParser {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private TextParser() {}

    public static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A whole number of at most nine digits. */
    public static Optional<Integer> wholeNumber(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** A number without exponent, with a point. */
    public static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** {@code 2025-01-14}. */
    public static Optional<LocalDate> date(String text) {
        return time(text, LocalDate::parse).filter(TextParser::hasUsualYear);
    }

    /** {@code 2025-01-14T09:30:00}, without a time zone. */
    public static Optional<LocalDateTime> dateTime(String text) {
        return time(text, LocalDateTime::parse).filter(TextParser::hasUsualYear);
    }

    /** {@code 2025-01}. */
    public static Optional<YearMonth> month(String text) {
        return time(text, YearMonth::parse).filter(TextParser::hasUsualYear);
    }

    /** {@code 2025-01-14T09:30:00Z}. */
    public static Optional<Instant> instant(String text) {
        return time(text, each -> ZonedDateTime.ofInstant(Instant.parse(each), ZoneOffset.UTC))
                .filter(TextParser::hasUsualYear)
                .map(ZonedDateTime::toInstant);
    }

    /** The constant of this name. */
    public static <E extends Enum<E>> Optional<E> constant(String name, Class<E> among) {
        for (E constant : among.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<T> time(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static boolean hasUsualYear(Temporal value) {
        int year = value.get(ChronoField.YEAR);
        return year >= 1 && year <= 9_999;
    }
}
