package org.convergence.plan.calendar.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.ComingEntries;
import org.convergence.plan.calendar.ComingEntries.EntryUse;
import org.convergence.plan.calendar.domain.CalendarConnectionService;
import org.convergence.plan.calendar.domain.ConnectedCalendar;
import org.convergence.plan.calendar.domain.Verdict;
import org.convergence.plan.calendar.domain.WaitingEntry;
import org.convergence.plan.calendar.domain.WaitingEntryQueries;
import org.convergence.plan.calendar.domain.WaitingEntryQueries.AnsweredEntry;
import org.convergence.plan.calendar.web.CalendarPage.CalendarConnectionPage;
import org.convergence.plan.calendar.web.CalendarPage.WaitingEntryRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The user's own calendars: connects and disconnects them, and lists their waiting entries. */
@Controller
@RequestMapping("/plan/calendar")
@Requires(CalendarPermissions.OWN)
record OwnCalendarController(
        CalendarConnectionService connection,
        WaitingEntryQueries waitingEntries,
        ComingEntries comingEntries,
        List<EntryUse> uses,
        OrganisationSettings settings,
        Clock clock) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int ON_A_PAGE = 40;
    private static final int LATELY = 15;

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String after, Words t) {
        return PageView.of("plan/calendar/calendar", page(after, t));
    }

    @GetMapping("/connect")
    ModelAndView connect() {
        return page(Form.blank());
    }

    private static ModelAndView page(Form form) {
        return PageView.of("plan/calendar/connect", new CalendarConnectionPage(form));
    }

    private record ConnectionInput(@Nullable String address, List<MultipartFile> files, String name) {}

    @PostMapping("/connect")
    ModelAndView connect(Form form) {
        return form.submit(
                answers -> read(form, answers),
                sent -> {
                    connect(sent);
                    return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.connected", waitingEntries.count());
                },
                () -> page(form));
    }

    private static ConnectionInput read(Form form, FormValues answers) {
        String address = answers.optionalText("address", LONGEST_ADDRESS);
        String name = answers.optionalText("name", LONGEST_NAME);
        List<MultipartFile> files = answers.files("file");
        if (address == null && files.isEmpty() && form.problems().isEmpty()) {
            form.reject("address", "calendar.connect.which");
        }
        return new ConnectionInput(address, files, name == null ? "" : name);
    }

    private void connect(ConnectionInput sent) {
        if (sent.address() != null) {
            connection.connect(connection.find(sent.address()), sent.name());
            return;
        }
        try (InputStream file = sent.files().get(0).getInputStream()) {
            connection.importFile(file, sent.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/{id}/read")
    ModelAndView readAgain(@PathVariable UUID id) {
        connection.readAgain(id);
        return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.read-again");
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        connection.remove(id);
        return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.removed");
    }

    private CalendarPage page(@Nullable String after, Words t) {
        ListSlice<WaitingEntry> slice =
                ListSlice.of(waitingEntries.findWaiting(after, ON_A_PAGE + 1), ON_A_PAGE, WaitingEntry::keysetPosition);
        return new CalendarPage(
                connection.findOwn().stream().map(each -> calendar(each, t)).toList(),
                waitingEntries.count(),
                weeks(slice.rows(), t),
                slice.next() == null ? null : CalendarMenu.ROOM + "?after=" + slice.next(),
                coming(t),
                waitingEntries.findAnswered(LATELY).stream()
                        .map(each -> answered(each, t))
                        .toList(),
                waitingEntries.findDismissedSeries().stream()
                        .map(each -> answered(each, t))
                        .toList());
    }

    /** What is coming, where something may be made of it. */
    private List<CalendarPage.ComingRow> coming(Words t) {
        List<EntryUse> mine = uses.stream()
                .filter(use -> CurrentActor.get().may(use.permission()))
                .toList();
        return mine.isEmpty()
                ? List.of()
                : comingEntries.findAll().stream()
                        .map(each -> new CalendarPage.ComingRow(
                                t.capital(t.period(each.day(), each.lastDay())),
                                each.title(),
                                mine.stream()
                                        .map(use -> Option.of(use.path() + "/" + each.id(), t.say(use.label())))
                                        .toList()))
                        .toList();
    }

    private CalendarPage.CalendarRow calendar(ConnectedCalendar it, Words t) {
        FetchProblem problem = it.problem();
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
    private static String formatProblem(ConnectedCalendar it, FetchProblem problem, Words t) {
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
