package org.convergence.plan.calendar.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.CalendarAnswerService;
import org.convergence.plan.calendar.domain.WaitingEntry;
import org.convergence.plan.calendar.web.CalendarPage.WaitingEntryRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answers « Est-ce arrivé? » with one click, and returns to the previous page. */
@Controller
@RequestMapping("/plan/calendar")
@Requires(CalendarPermissions.OWN)
record CalendarAnswerController(CalendarAnswerService calendarAnswerService) {

    @PostMapping("/entries/{id}/done")
    ModelAndView done(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from, Words t) {
        return answered(from, back -> {
            CalendarAnswerService.RecordedEntry recorded = calendarAnswerService.recordDone(id, null);
            WaitingEntry it = recorded.entry();
            List<String> lines =
                    it.guess().lines().stream().map(WaitingEntryRow::abbreviate).toList();
            return it.said() != null
                    ? back.withNotice("calendar.said", it.title())
                    : back.withNotice("calendar.done", it.title(), lines.size(), t.list(lines))
                            .withUndo("/plan/realisation/" + recorded.as().value() + "/undo");
        });
    }

    @PostMapping("/entries/{id}/postpone")
    ModelAndView postpone(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from) {
        return answered(
                from,
                back -> undoable(back.withNotice("calendar.postponed"), calendarAnswerService.postpone(id, null)));
    }

    /** Sets the new day of a postponed entry. */
    @PostMapping("/entries/{id}/again-on")
    ModelAndView againOn(@PathVariable UUID id, Form form) {
        return answered(null, back -> {
            LocalDate on = DateReader.read(form.value("on")).orElseThrow(() -> new Refused("calendar.refused.past"));
            calendarAnswerService.postponeTo(id, on);
            return back.withNotice("calendar.again-on", on);
        });
    }

    @PostMapping("/entries/{id}/dismiss")
    ModelAndView dismiss(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from) {
        return answered(
                from, back -> undoable(back.withNotice("calendar.dismissed"), calendarAnswerService.dismiss(id)));
    }

    @PostMapping("/entries/{id}/never")
    ModelAndView dismissSeries(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from) {
        return answered(
                from, back -> undoable(back.withNotice("calendar.never"), calendarAnswerService.dismissSeries(id)));
    }

    @PostMapping("/entries/{id}/ask")
    ModelAndView askAgain(@PathVariable UUID id) {
        calendarAnswerService.askAgain(id);
        return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.asked-again");
    }

    /** Dismisses all waiting entries of a week. */
    @PostMapping("/weeks/{monday}/dismiss")
    ModelAndView dismissWeek(@PathVariable String monday) {
        LocalDate from = DateReader.read(monday)
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .orElseThrow(() -> new NotFound("week"));
        CalendarAnswerService.DismissedEntries dismissed = calendarAnswerService.dismiss(from, from.plusDays(6));
        return undoable(
                SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.week.dismissed", dismissed.many()), dismissed.at());
    }

    /** Undoes the answers of one click. */
    @PostMapping("/undo/{at}")
    ModelAndView undo(@PathVariable String at) {
        int many = calendarAnswerService.undo(TextParser.instant(at).orElseThrow(() -> new NotFound("answer")));
        return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.undone", many);
    }

    private static SeeOther undoable(SeeOther go, Instant at) {
        return go.withUndo(CalendarMenu.ROOM + "/undo/" + at);
    }

    /** Of two concurrent answers to one entry, the second gets a warning that it was answered. */
    private static ModelAndView answered(@Nullable String from, Function<SeeOther, SeeOther> work) {
        SeeOther back = SeeOther.back(from, CalendarMenu.ROOM);
        try {
            return work.apply(back);
        } catch (NotFound gone) {
            throw gone;
        } catch (Refused refused) {
            return back.withWarning(refused.messageKey(), refused.arguments());
        }
    }
}
