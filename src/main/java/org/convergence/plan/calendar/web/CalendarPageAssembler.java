package org.convergence.plan.calendar.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convergence.plan.calendar.domain.AnsweredEntry;
import org.convergence.plan.calendar.domain.CalendarConnectionService;
import org.convergence.plan.calendar.domain.ConnectedCalendar;
import org.convergence.plan.calendar.domain.Verdict;
import org.convergence.plan.calendar.domain.WaitingEntry;
import org.convergence.plan.calendar.domain.WaitingEntryQueries;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of the user's own calendars. */
@Component
class CalendarPageAssembler {

    private static final int ON_A_PAGE = 40;
    private static final int LATELY = 15;

    private final CalendarConnectionService connection;
    private final WaitingEntryQueries waitingEntries;
    private final OrganisationSettings settings;
    private final Clock clock;

    CalendarPageAssembler(
            CalendarConnectionService connection,
            WaitingEntryQueries waitingEntries,
            OrganisationSettings settings,
            Clock clock) {
        this.connection = connection;
        this.waitingEntries = waitingEntries;
        this.settings = settings;
        this.clock = clock;
    }

    CalendarPage assemble(@Nullable String after, Words t) {
        ListSlice<WaitingEntry> slice =
                ListSlice.of(waitingEntries.findWaiting(after, ON_A_PAGE + 1), ON_A_PAGE, WaitingEntry::keysetPosition);
        return new CalendarPage(
                connection.findOwn().stream().map(each -> calendar(each, t)).toList(),
                waitingEntries.count(),
                weeks(slice.rows(), t),
                slice.next() == null ? null : CalendarMenu.ROOM + "?after=" + slice.next(),
                waitingEntries.findAnswered(LATELY).stream()
                        .map(each -> answered(each, t))
                        .toList(),
                waitingEntries.findDismissedSeries().stream()
                        .map(each -> answered(each, t))
                        .toList());
    }

    private CalendarPage.CalendarRow calendar(ConnectedCalendar it, Words t) {
        ConnectedCalendar.CalendarProblem problem = it.problem();
        Instant read = it.readAt();
        return new CalendarPage.CalendarRow(
                it.id(),
                it.name(),
                it.host(),
                read == null ? t.say("calendar.unread") : t.say("calendar.read", t.ago(read, clock), it.entries()),
                problem == null ? null : formatProblem(it, problem, t),
                it.host() != null,
                it.assumedZone());
    }

    /** Why it cannot be read, and since when. */
    private static String formatProblem(ConnectedCalendar it, ConnectedCalendar.CalendarProblem problem, Words t) {
        String why = t.say(problem.key(), problem.arguments().toArray());
        Instant since = it.failingSince();
        return since == null ? why : t.say("calendar.failing", t.dateTime(since)) + " " + why;
    }

    private List<CalendarPage.WaitingWeek> weeks(List<WaitingEntry> waiting, Words t) {
        Map<LocalDate, List<WaitingEntryRow>> weeks = new TreeMap<>(Comparator.reverseOrder());
        LocalDate today = settings.today();
        waiting.forEach(it -> weeks.computeIfAbsent(
                        it.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), key -> new ArrayList<>())
                .add(WaitingEntryRow.of(it, today, CalendarMenu.ROOM, t)));
        return weeks.entrySet().stream()
                .map(week -> new CalendarPage.WaitingWeek(
                        week.getKey().toString(),
                        t.say(
                                "calendar.week",
                                t.period(week.getKey(), week.getKey().plusDays(6))),
                        week.getValue()))
                .toList();
    }

    private static CalendarPage.AnsweredRow answered(AnsweredEntry it, Words t) {
        LocalDate on = it.againOn();
        var as = it.realisation();
        return new CalendarPage.AnsweredRow(
                it.entry(),
                t.capital(t.day(it.day())),
                it.title(),
                on == null ? t.say(it.answer().key()) : t.say("calendar.answer.again-on", t.date(on)),
                as == null ? null : "/plan/realisation/" + as.value(),
                it.answer() == Verdict.POSTPONED);
    }
}
