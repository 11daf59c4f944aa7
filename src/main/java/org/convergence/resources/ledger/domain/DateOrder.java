package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.text.DateReader;

/** The order of day and month in numeric dates of a bank's file. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})[/.-](\\d{4}|\\d{2})");

    /** The message key of its name. */
    public String key() {
        return "ledger.statement.dates." + name();
    }

    /** The day that a text means; empty where it is no date. */
    Optional<LocalDate> parse(String text) {
        Matcher figures = FIGURES.matcher(text.strip());
        if (!figures.matches()) {
            return DateReader.read(text);
        }
        String day = this == DAY_FIRST ? figures.group(1) : figures.group(3);
        String month = this == DAY_FIRST ? figures.group(3) : figures.group(1);
        return Integer.parseInt(month) > 12
                ? Optional.empty()
                : DateReader.read(day + figures.group(2) + month + figures.group(2) + figures.group(4));
    }

    /**
     * The order by which all dates are valid; if both are, the one with the shorter span, since a statement covers a
     * month or two; else day first.
     */
    static DateOrder detect(List<String> dates) {
        long day = span(DAY_FIRST, dates);
        long month = span(MONTH_FIRST, dates);
        return month < day ? MONTH_FIRST : DAY_FIRST;
    }

    /** The first date that means another day in each order, where nothing in the dates says which order is meant. */
    static Optional<String> undecided(List<String> dates) {
        long span = span(DAY_FIRST, dates);
        return span == Long.MAX_VALUE || span != span(MONTH_FIRST, dates)
                ? Optional.empty()
                : dates.stream()
                        .filter(it -> !it.isBlank() && !DAY_FIRST.parse(it).equals(MONTH_FIRST.parse(it)))
                        .findFirst();
    }

    private static long span(DateOrder order, List<String> dates) {
        List<Optional<LocalDate>> days =
                dates.stream().filter(it -> !it.isBlank()).map(order::parse).toList();
        if (days.isEmpty() || days.stream().anyMatch(Optional::isEmpty)) {
            return Long.MAX_VALUE;
        }
        List<LocalDate> sorted =
                days.stream().map(Optional::orElseThrow).sorted().toList();
        return ChronoUnit.DAYS.between(sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
