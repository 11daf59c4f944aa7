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
import org.convergence.plan.calendar.domain.Answered;
import org.convergence.plan.calendar.domain.Asking;
import org.convergence.plan.calendar.domain.CalendarConnection;
import org.convergence.plan.calendar.domain.ConnectedCalendar;
import org.convergence.plan.calendar.domain.Verdict;
import org.convergence.plan.calendar.domain.Waiting;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of the user's own calendars. */
@Component
class CalendarPages {

    private static final int ON_A_PAGE = 40;
    private static final int LATELY = 15;

    private final CalendarConnection connection;
    private final Asking asking;
    private final OrganisationSettings settings;
    private final Clock clock;

    CalendarPages(CalendarConnection connection, Asking asking, OrganisationSettings settings, Clock clock) {
        this.connection = connection;
        this.asking = asking;
        this.settings = settings;
        this.clock = clock;
    }

    CalendarPage own(@Nullable String after, Words t) {
        Slice<Waiting> slice = Slice.of(asking.waiting(after, ON_A_PAGE + 1), ON_A_PAGE, Waiting::after);
        return new CalendarPage(
                connection.own().stream().map(each -> calendar(each, t)).toList(),
                asking.count(),
                weeks(slice.rows(), t),
                slice.next() == null ? null : CalendarMenu.ROOM + "?after=" + slice.next(),
                asking.answered(LATELY).stream().map(each -> answered(each, t)).toList(),
                asking.never().stream().map(each -> answered(each, t)).toList());
    }

    private CalendarPage.Calendar calendar(ConnectedCalendar it, Words t) {
        ConnectedCalendar.Problem problem = it.problem();
        Instant read = it.readAt();
        return new CalendarPage.Calendar(
                it.id(),
                it.name(),
                it.host(),
                read == null ? t.say("calendar.unread") : t.say("calendar.read", t.ago(read, clock), it.entries()),
                problem == null ? null : said(it, problem, t),
                it.host() != null,
                it.assumedZone());
    }

    /** Why it cannot be read, and since when. */
    private static String said(ConnectedCalendar it, ConnectedCalendar.Problem problem, Words t) {
        String why = t.say(problem.key(), problem.arguments().toArray());
        Instant since = it.failingSince();
        return since == null ? why : t.say("calendar.failing", t.dateTime(since)) + " " + why;
    }

    private List<CalendarPage.Week> weeks(List<Waiting> waiting, Words t) {
        Map<LocalDate, List<AskedRow>> weeks = new TreeMap<>(Comparator.reverseOrder());
        LocalDate today = settings.today();
        waiting.forEach(it -> weeks.computeIfAbsent(
                        it.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), key -> new ArrayList<>())
                .add(AskedRow.of(it, today, CalendarMenu.ROOM, t)));
        return weeks.entrySet().stream()
                .map(week -> new CalendarPage.Week(
                        week.getKey().toString(),
                        t.say(
                                "calendar.week",
                                t.period(week.getKey(), week.getKey().plusDays(6))),
                        week.getValue()))
                .toList();
    }

    private static CalendarPage.Answered answered(Answered it, Words t) {
        LocalDate on = it.againOn();
        var as = it.realisation();
        return new CalendarPage.Answered(
                it.entry(),
                t.capital(t.day(it.day())),
                it.title(),
                on == null ? t.say(it.answer().key()) : t.say("calendar.answer.again-on", t.date(on)),
                as == null ? null : "/plan/realisation/" + as.value(),
                it.answer() == Verdict.POSTPONED);
    }
}
