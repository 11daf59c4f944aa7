package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For when a call for dues is proposed: for the time that no earlier one asks for, by the days that are used here. */
public final class NextCallPolicy {

    private static final int DAYS_TO_PAY = 60;

    private NextCallPolicy() {}

    /** The days of a call; the words are those of {@link CallFacts}. */
    public record Days(LocalDate reference, LocalDate dueOn, LocalDate from, LocalDate until) {}

    /**
     * The days that are proposed.
     *
     * @param last the latest call for dues; {@code null} for none
     * @param fiscalYear the first day of the fiscal year in which one is
     */
    public static Days after(@Nullable CallFacts last, LocalDate fiscalYear, LocalDate today) {
        LocalDate soon = today.plusDays(DAYS_TO_PAY);
        LocalDate covered = last == null ? null : last.periodUntil();
        if (last == null || covered == null || covered.isBefore(fiscalYear)) {
            return new Days(LocalDate.of(today.getYear() - 1, 12, 31), soon, fiscalYear, lastDay(fiscalYear));
        }
        LocalDate from = covered.plusDays(1);
        LocalDate due = last.dueOn().plusYears(1);
        return new Days(last.reference().plusYears(1), due.isBefore(soon) ? soon : due, from, lastDay(from));
    }

    private static LocalDate lastDay(LocalDate from) {
        return from.plusYears(1).minusDays(1);
    }
}
