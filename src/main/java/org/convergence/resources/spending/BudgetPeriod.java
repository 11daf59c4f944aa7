package org.convergence.resources.spending;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A period of a budget, both days included. */
public record BudgetPeriod(LocalDate startsOn, LocalDate endsOn) {

    /**
     * The year of a budget in which a day lies, counted from its first day; the first or the last year for a day
     * outside it.
     */
    public static BudgetPeriod yearOf(LocalDate startsOn, LocalDate endsOn, LocalDate day) {
        LocalDate within = day.isBefore(startsOn) ? startsOn : day.isAfter(endsOn) ? endsOn : day;
        long years = ChronoUnit.YEARS.between(startsOn, within);
        LocalDate last = startsOn.plusYears(years + 1).minusDays(1);
        return new BudgetPeriod(startsOn.plusYears(years), last.isAfter(endsOn) ? endsOn : last);
    }

    public boolean overlaps(BudgetPeriod other) {
        return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
    }

    /** Its last day, or a day before it: what can be measured by then. */
    public LocalDate measuredOn(LocalDate today) {
        return today.isBefore(endsOn) ? today : endsOn;
    }
}
