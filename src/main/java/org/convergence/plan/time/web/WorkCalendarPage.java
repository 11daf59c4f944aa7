package org.convergence.plan.time.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;

/**
 * The closing days of a year.
 *
 * @param keeps whether the actor may change them
 * @param proposals public holidays without a stored closure
 * @param taken the form of those, with the usual ones ticked
 * @param form the form of a new one
 */
public record WorkCalendarPage(
        List<Tab> tabs,
        int year,
        boolean keeps,
        List<ClosureRow> rows,
        List<HolidayOption> proposals,
        Form taken,
        List<Option> kinds,
        Form form) {

    /** A closure. */
    public record ClosureRow(UUID id, String name, String when, String kind, String source) {}

    /** A public holiday. */
    public record HolidayOption(String day, String label, String source) {}
}
