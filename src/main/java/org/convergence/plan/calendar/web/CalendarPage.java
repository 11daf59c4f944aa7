package org.convergence.plan.calendar.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The user's own calendars: waiting entries by week, answered entries, and the calendars themselves.
 *
 * @param waiting number of waiting entries, on this page and the next ones
 * @param next address of the older ones; {@code null} if there are none
 */
public record CalendarPage(
        List<CalendarRow> calendars,
        int waiting,
        List<WaitingWeek> weeks,
        @Nullable String next,
        List<AnsweredRow> answered,
        List<AnsweredRow> never) {

    /** The form that connects a calendar. */
    public record CalendarConnectionPage(Form form) {}

    /**
     * A connected calendar.
     *
     * @param state when it was read, and how many entries it holds
     * @param problem why it cannot be read; {@code null} if it can
     * @param again whether it can be read again: not if a file was imported
     * @param assumed whether some of its times were read in the organisation's zone
     */
    public record CalendarRow(
            UUID id,
            String name,
            @Nullable String host,
            String state,
            @Nullable String problem,
            boolean again,
            boolean assumed) {}

    /**
     * The waiting entries of a week.
     *
     * @param monday as in the address of its operation
     */
    public record WaitingWeek(String monday, String title, List<WaitingEntryRow> rows) {}

    /**
     * An answered entry.
     *
     * @param url of its realisation; {@code null} for none
     * @param postponed whether its new day can be set
     */
    public record AnsweredRow(
            UUID entry,
            String when,
            String title,
            String answer,
            @Nullable String url,
            boolean postponed) {}
}
