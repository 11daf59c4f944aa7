package org.convergence.plan.calendar.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One's own calendars: what waits, week by week, what was answered, and the calendars themselves.
 *
 * @param waiting how many wait, on this page and on those that follow
 * @param next where the older ones are; {@code null} where there are none
 */
public record CalendarPage(
        List<Calendar> calendars,
        int waiting,
        List<Week> weeks,
        @Nullable String next,
        List<Answered> answered,
        List<Answered> never) {

    /**
     * A connected calendar.
     *
     * @param state when it was read, and how much stands in it
     * @param problem why it cannot be read; {@code null} where it can
     * @param again whether it may be read again: not where a file was brought in
     * @param assumed whether some of its times were read in the organisation's zone
     */
    public record Calendar(
            UUID id,
            String name,
            @Nullable String host,
            String state,
            @Nullable String problem,
            boolean again,
            boolean assumed) {}

    /**
     * What waits of a week.
     *
     * @param monday as in the address of its gesture
     */
    public record Week(String monday, String title, List<AskedRow> rows) {}

    /**
     * What was answered.
     *
     * @param url of what was recorded; {@code null} for none
     * @param postponed whether its new day can be said
     */
    public record Answered(
            UUID entry,
            String when,
            String title,
            String answer,
            @Nullable String url,
            boolean postponed) {}
}
