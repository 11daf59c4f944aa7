package org.convergence.platform.shell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.NumberReader;
import org.convergence.platform.text.Words;
import org.joda.money.Money;

/** Formats and parses the values of fields, in French or English usage. */
public final class FieldFormat {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private FieldFormat() {}

    static String format(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Money money) {
            // 572,50 and 600.
            BigDecimal amount = money.getAmount();
            return amount.stripTrailingZeros().scale() > 0 ? amount.toPlainString() : format(amount);
        }
        if (value instanceof Identifier id) {
            return id.value().toString();
        }
        if (value instanceof Enum<?> one) {
            return one.name();
        }
        return value.toString();
    }

    /** A decimal number as people of the language type it; any other text unchanged. */
    public static String show(String value, Words t) {
        return t.language() == Language.FRENCH && value.matches("-?\\d+\\.\\d+") ? value.replace('.', ',') : value;
    }

    /** {@code 2025-01-14}, also with slashes. */
    static Optional<LocalDate> parseDate(String text) {
        try {
            LocalDate date = LocalDate.parse(text.strip().replace('/', '-').replace('.', '-'), DAY);
            return date.getYear() < 1800 || date.getYear() > 2200 ? Optional.empty() : Optional.of(date);
        } catch (java.time.DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Whether text is a day in the browser's format. */
    static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") && parseDate(text).isPresent();
    }

    public static Optional<BigDecimal> parseNumber(String text) {
        return NumberReader.number(text);
    }

    public static Optional<BigDecimal> parseHours(String text) {
        return NumberReader.hours(text);
    }
}
