package org.convergence.platform.text;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Formats a period of days without repeating the month or the year. */
final class PeriodFormatter {

    private PeriodFormatter() {}

    static String format(@Nullable LocalDate from, @Nullable LocalDate to, Words words, LanguageDateFormatter dates) {
        if (from == null) {
            return to == null ? "" : words.say("text.period.until", words.date(to));
        } else if (to == null) {
            return words.say("text.period.since", words.date(from));
        } else if (from.equals(to)) {
            return words.date(from);
        }
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.equals(last.atEndOfMonth());
        if (wholeMonths && first.equals(last)) {
            return words.month(first);
        }
        return words.say("text.period.days", start(from, to, words, dates), end(from, to, words, dates));
    }

    private static String start(LocalDate from, LocalDate to, Words words, LanguageDateFormatter dates) {
        if (from.getYear() != to.getYear()) {
            return words.date(from);
        }
        boolean sameMonth = from.getMonth() == to.getMonth();
        return sameMonth && words.language() != Language.ENGLISH
                ? dates.number(from.getDayOfMonth())
                : dates.dayOfMonth(from);
    }

    private static String end(LocalDate from, LocalDate to, Words words, LanguageDateFormatter dates) {
        boolean sameMonth = YearMonth.from(from).equals(YearMonth.from(to));
        return sameMonth && words.language() == Language.ENGLISH
                ? dates.number(to.getDayOfMonth()) + ", " + to.getYear()
                : words.date(to);
    }
}
