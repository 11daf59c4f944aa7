package org.convergence.home.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.home.domain.FirstStepQueries.FirstStepState;
import org.convergence.home.domain.Today;
import org.convergence.platform.shell.Form;

/**
 * The home page of today.
 *
 * @param steps the first steps of a new organisation; empty once they are done or put away
 */
public record TodayPage(Today today, List<FirstStepState> steps) {
    /** The current user's postponed rows. */
    public record PostponedRowsPage(List<Today.PostponedRow> lines) {}

    /**
     * The form that postpones a row.
     *
     * @param when the day on which it is due, in words
     */
    public record PostponementPage(String what, String when, Form form, LocalDate tomorrow, LocalDate monday) {}
}
