package org.convergence.plan.time.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.WorkCalendarService;
import org.convergence.plan.time.domain.WorkCalendarService.Closure;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Holidays and closures. */
@Controller
@RequestMapping("/plan/time/calendar")
@Requires(TimePermissions.KEEP)
record WorkCalendarController(WorkCalendarService calendar, OrganisationSettings settings) {

    private static final String PLACE = TimeMenu.ROOM + "/calendar";
    private static final int FIRST = 1950;
    private static final int LAST = 2150;

    private record HolidayChoice(int year, List<LocalDate> days) {}

    @GetMapping
    @Requires(TimePermissions.READ)
    ModelAndView show(Form asked, Words t) {
        return show(year(asked), Form.named("closure"), t);
    }

    private int year(Form asked) {
        Integer year = asked.read(answers -> Objects.requireNonNullElseGet(
                answers.optionalWholeNumber("year", FIRST, LAST),
                () -> settings.today().getYear()));
        return year;
    }

    private ModelAndView show(int year, Form form, Words t) {
        boolean keeps = CurrentActor.get().may(TimePermissions.KEEP);
        List<WorkCalendarService.ProposedHoliday> proposed = keeps ? calendar.proposeHolidays(year) : List.of();
        Form taken = Form.named("holidays")
                .with("year", year)
                .with(
                        "day",
                        proposed.stream()
                                .filter(WorkCalendarService.ProposedHoliday::usual)
                                .map(each -> each.closure().from())
                                .toList());
        return PageView.of(
                "plan/time/calendar",
                new WorkCalendarPage(
                        TimeMenu.tabs("calendar", t),
                        year,
                        keeps,
                        calendar.findByYear(year).stream()
                                .map(each -> row(each, t))
                                .toList(),
                        proposed.stream()
                                .map(each -> proposal(each.closure(), t))
                                .toList(),
                        taken,
                        Arrays.stream(Closure.ClosureKind.values())
                                .map(kind -> Option.of(kind, t.say("time.closure.kind", kind.name())))
                                .toList(),
                        form));
    }

    private static WorkCalendarPage.ClosureRow row(WorkCalendarService.StoredClosure kept, Words t) {
        Closure closure = kept.closure();
        boolean one = closure.from().equals(closure.to());
        return new WorkCalendarPage.ClosureRow(
                kept.id(),
                closure.name(),
                one ? t.capital(t.dayAndDate(closure.from())) : t.capital(t.period(closure.from(), closure.to())),
                t.say("time.closure.kind", closure.kind().name()),
                Objects.requireNonNullElse(closure.source(), ""));
    }

    private static WorkCalendarPage.HolidayOption proposal(Closure closure, Words t) {
        return new WorkCalendarPage.HolidayOption(
                closure.from().toString(),
                closure.name() + " · " + t.dayAndDate(closure.from()),
                Objects.requireNonNullElse(closure.source(), ""));
    }

    @PostMapping
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> read(answers, form),
                closure -> {
                    calendar.create(closure);
                    return SeeOther.to(PLACE + "?year=" + closure.from().getYear())
                            .withNotice("time.closure.kept");
                },
                () -> show(settings.today().getYear(), form, t));
    }

    private static Closure read(FormValues answers, Form form) {
        Closure.ClosureKind kind = answers.choice("kind", Closure.ClosureKind.class);
        String name = answers.text("name", 200);
        LocalDate from = answers.date("from");
        LocalDate to = Objects.requireNonNullElse(answers.optionalDate("to"), from);
        if (form.problems().isEmpty()
                && (to.isBefore(from) || from.plusDays(Closure.LONGEST - 1L).isBefore(to))) {
            form.reject("to", "time.refused.period");
        }
        String source = answers.optionalText("source", 300);
        return new Closure(kind, name, from, to, source);
    }

    /** Adds the ticked proposals. */
    @PostMapping("/holidays")
    ModelAndView addHolidays(Form form, Words t) {
        return form.submit(
                answers -> new HolidayChoice(answers.wholeNumber("year", FIRST, LAST), days(form)),
                taken -> {
                    int kept = calendar.addHolidays(taken.year(), taken.days());
                    return SeeOther.to(PLACE + "?year=" + taken.year()).withNotice("time.holidays.kept", kept);
                },
                () -> show(settings.today().getYear(), Form.named("closure"), t));
    }

    private static List<LocalDate> days(Form form) {
        List<LocalDate> days = new ArrayList<>();
        for (String value : form.values("day")) {
            Form.blank()
                    .with("day", value)
                    .read(answers -> Optional.ofNullable(answers.optionalDate("day")))
                    .ifPresent(days::add);
        }
        return days;
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        calendar.delete(id);
        return SeeOther.to(PLACE).withNotice("time.closure.removed");
    }
}
