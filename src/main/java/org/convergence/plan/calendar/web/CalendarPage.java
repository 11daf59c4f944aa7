package org.convergence.plan.calendar.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.calendar.domain.WaitingEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The user's own calendars: waiting entries by week, answered entries, and the calendars themselves.
 *
 * @param waiting number of waiting entries, on this page and the next ones
 * @param next address of the older ones; {@code null} if there are none
 * @param coming what something may be made of
 */
public record CalendarPage(
        List<CalendarRow> calendars,
        int waiting,
        List<WaitingWeek> weeks,
        @Nullable String next,
        List<ComingRow> coming,
        List<AnsweredRow> answered,
        List<AnsweredRow> never) {

    /**
     * An entry to come.
     *
     * @param uses the addresses of what may be made of it
     */
    public record ComingRow(String when, String what, List<Option> uses) {}

    /**
     * A waiting entry in words: « Jeudi 9 · Concertation, 2 h », and below it what « C'est fait » records.
     *
     * @param form address of the realisation form prefilled from it
     * @param clear whether one click records it; else the form asks what it served
     * @param recurs whether its series may be dismissed
     */
    public record WaitingEntryRow(
            UUID id, String when, String what, @Nullable String detail, String form, boolean clear, boolean recurs) {

        private static final int BRIEF = 48;

        static WaitingEntryRow of(WaitingEntry it, LocalDate today, String from, Words t) {
            BigDecimal hours = it.hours();
            return new WaitingEntryRow(
                    it.id(),
                    when(it, today, t),
                    it.title() + (hours == null ? "" : ", " + t.hours(hours)),
                    detail(it, t),
                    "/plan/realisation/new?draft=plan.calendar/" + it.id() + "&from=" + from,
                    it.isOneClick(),
                    it.recurs());
        }

        /** « Jeudi 9 » within a month, « Jeudi 9 octobre » before. */
        private static String when(WaitingEntry it, LocalDate today, Words t) {
            if (!it.day().equals(it.lastDay())) {
                return t.capital(t.period(it.day(), it.lastDay()));
            }
            LocalDate yesterday = today.minusDays(1);
            return t.capital(it.day().isBefore(yesterday) ? t.day(it.day()) : t.ago(it.day(), today));
        }

        private static @Nullable String detail(WaitingEntry it, Words t) {
            if (it.said() != null) {
                return t.say("calendar.asked.said");
            }
            List<String> parts = new ArrayList<>();
            List<PlanLine> lines = it.guess().lines();
            if (!lines.isEmpty()) {
                parts.add(t.say(
                        "calendar.asked.serves",
                        t.list(lines.stream().map(WaitingEntryRow::abbreviate).toList())));
            }
            List<String> with = it.guess().organisations().stream()
                    .map(OrganisationName::name)
                    .toList();
            if (!with.isEmpty()) {
                parts.add(t.say("calendar.asked.with", t.list(with)));
            }
            return parts.isEmpty() ? null : t.capital(String.join(" · ", parts));
        }

        static String abbreviate(PlanLine line) {
            String label = line.label();
            int cut = label.lastIndexOf(' ', BRIEF);
            return label.length() <= BRIEF ? label : label.substring(0, cut < BRIEF / 2 ? BRIEF : cut) + "…";
        }
    }

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
