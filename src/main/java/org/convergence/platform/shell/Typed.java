package org.convergence.platform.shell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.database.Identifier;

/** How values are written in fields and read from them, in either language's habits. */
final class Typed {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,4})(?:h(\\d{1,2})?|:(\\d{2}))(?:min|m)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})(?:min|m)");

    private Typed() {}

    static String write(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Identifier id) {
            return id.value().toString();
        }
        if (value instanceof Enum<?> one) {
            return one.name();
        }
        return value.toString();
    }

    /** {@code 2025-01-14}, also with slashes. */
    static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text.strip().replace('/', '-').replace('.', '-'), DAY);
            return date.getYear() < 1800 || date.getYear() > 2200 ? Optional.empty() : Optional.of(date);
        } catch (java.time.DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** {@code 1 234,5} and {@code 1,234.5} are the same number; a lone comma is a decimal one unless three figures follow it and no space groups. */
    static Optional<BigDecimal> number(String text) {
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

    /** Hours as one writes them: {@code 3}, {@code 3,5}, {@code 3 h}, {@code 3 h 30}, {@code 3:30}, {@code 45 min}. */
    static Optional<BigDecimal> hours(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "").toLowerCase(java.util.Locale.ROOT);
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
        return new BigDecimal(minutes).divide(new BigDecimal(60), 2, java.math.RoundingMode.HALF_UP);
    }
}
