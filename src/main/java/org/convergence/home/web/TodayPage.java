package org.convergence.home.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.home.domain.Today;
import org.convergence.platform.shell.Form;

/** The home page of today. */
public record TodayPage(Today today) {
    /** The current user's postponed rows. */
    public record PostponedRowsPage(List<Today.PostponedRow> lines) {}

    /**
     * The form that postpones a row.
     *
     * @param when the day on which it is due, in words
     */
    public record PostponementPage(String what, String when, Form form, LocalDate tomorrow, LocalDate monday) {}
}
