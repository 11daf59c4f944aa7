package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.MeetingAttendance;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Minutes typed live: attendance, and the text of each item, saved separately. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.PREPARE)
record MinutesController(
        MinutesPageAssembler pages,
        MinutesService minutesService,
        MeetingQueries meetings,
        MinutesQueries minutes,
        AssemblyConflictBuilder versions) {

    private static final String VIEW = "outreach/assembly/minutes";
    private static final int MINUTES = 50_000;
    private static final int GUESTS = 10_000;
    private static final int NAME = 200;
    private static final Set<String> THEN = Set.of("resolutions", "follow-ups", "interests");

    private record AttendanceInput(
            Map<UUID, AttendanceStatus> there,
            String guests,
            @Nullable LocalDateTime at) {}

    private record ProceedingsInput(
            @Nullable LocalDateTime opened,
            @Nullable LocalDateTime closed,
            @Nullable String chair,
            @Nullable String secretary) {}

    private record ItemMinutesInput(int version, String text) {}

    @GetMapping("/meetings/{id}/minutes")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of(VIEW, pages.assemble(new MeetingId(id), MinutesPageAssembler.TypedMinutesForms.NOTHING, t));
    }

    @PostMapping("/meetings/{id}/attendance")
    ModelAndView attend(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDate day = meetings.findById(meeting).day();
        return form.submit(
                answers -> attended(meeting, form, answers, day),
                said -> minutesService.recordAttendance(meeting, said.there(), said.guests(), said.at()),
                SeeOther.to(url(id) + "#attendance").withNotice("assembly.attendance.noted"),
                () -> PageView.of(
                        VIEW, pages.assemble(meeting, MinutesPageAssembler.TypedMinutesForms.attending(form), t)));
    }

    private AttendanceInput attended(MeetingId meeting, Form form, FormValues answers, LocalDate day) {
        Map<UUID, AttendanceStatus> there = new LinkedHashMap<>();
        for (MeetingAttendance.SeatAttendance each :
                minutes.findAttendance(meeting).seats()) {
            AttendanceStatus status = answers.optionalChoice(AttendanceForm.fieldName(each), AttendanceStatus.class);
            if (status != null) {
                there.put(each.seat().id(), status);
            }
        }
        String guests = answers.optionalText("guests", GUESTS);
        LocalTime at = TimeOfDayField.readOptional(form, "at");
        return new AttendanceInput(there, guests == null ? "" : guests, at == null ? null : day.atTime(at));
    }

    @PostMapping("/meetings/{id}/sitting")
    ModelAndView sitting(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDate day = meetings.findById(meeting).day();
        return form.submit(
                answers -> sat(form, answers, day),
                said -> minutesService.recordProceedings(
                        meeting, said.opened(), said.closed(), said.chair(), said.secretary()),
                SeeOther.to(url(id) + "#sitting").withNotice("assembly.saved"),
                () -> PageView.of(
                        VIEW, pages.assemble(meeting, MinutesPageAssembler.TypedMinutesForms.sitting(form), t)));
    }

    private static ProceedingsInput sat(Form form, FormValues answers, LocalDate day) {
        LocalTime opened = TimeOfDayField.readOptional(form, "opened");
        LocalTime closed = TimeOfDayField.readOptional(form, "closed");
        LocalDateTime end = closed == null ? null : day.atTime(closed);
        if (end != null && opened != null && !end.isAfter(day.atTime(opened))) {
            end = end.plusDays(1);
        }
        return new ProceedingsInput(
                opened == null ? null : day.atTime(opened),
                end,
                answers.optionalText("chair", NAME),
                answers.optionalText("secretary", NAME));
    }

    /**
     * Saves the minutes of an item. The response is the item alone; with {@code keep} (automatic save), only the
     * confirmation; with {@code then}, a redirect to the form to open next.
     */
    @PostMapping("/items/{id}/minutes")
    ModelAndView minute(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Form form,
            Words t,
            HttpServletResponse response) {
        UUID meeting = meetings.point(id).meeting().value();
        return form.submit(
                answers -> {
                    String text = answers.optionalText("minutes", MINUTES);
                    return new ItemMinutesInput(answers.version(), text == null ? "" : text);
                },
                said -> {
                    minutesService.saveItemMinutes(id, said.version(), said.text());
                    if (THEN.contains(form.value("then"))) {
                        return SeeOther.to(AssemblyUrls.HOME + "/items/" + id + "/" + form.value("then") + "/new");
                    }
                    if (part == null) {
                        return SeeOther.to(url(meeting) + "#point-" + id).withNotice("assembly.saved");
                    }
                    if (form.filled("keep")) {
                        return PageView.fragment("outreach/assembly/kept", pages.assembleSaved(id, t));
                    }
                    Form kept = MinutesPageAssembler.form(meetings.point(id).point());
                    return PageView.fragment("outreach/assembly/minute", pages.assembleItem(id, kept, null, true, t));
                },
                () -> again(id, form, null, part, t),
                since -> {
                    // After an automatic save, the whole item is shown, with the other version.
                    response.setHeader("HX-Retarget", "#point-" + id);
                    response.setHeader("HX-Reswap", "outerHTML");
                    var now = meetings.point(id).point();
                    Form theirs = MinutesPageAssembler.form(now).atVersion(now.version());
                    return again(id, form, versions.itemConflict(form, theirs, id, since, List.of("minutes")), part, t);
                });
    }

    private ModelAndView again(UUID id, Form form, @Nullable Conflict conflict, @Nullable String part, Words t) {
        AgendaItemMinutes shown = pages.assembleItem(id, form, conflict, false, t);
        return PageView.of(part == null ? "outreach/assembly/minute-page" : "outreach/assembly/minute", shown);
    }

    private record DepartureInput(PersonId person, @Nullable LocalTime at) {}

    /** Records a departure before the end; without a time, undoes it. */
    @PostMapping("/meetings/{id}/departures")
    ModelAndView depart(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDateTime begins = meetings.findById(meeting).plan().begins();
        return form.submit(
                answers -> new DepartureInput(
                        new PersonId(answers.id("person")), TimeOfDayField.readOptional(form, "left")),
                said -> {
                    LocalTime at = said.at();
                    minutesService.recordDeparture(meeting, said.person(), at == null ? null : after(begins, at));
                    return SeeOther.to(url(id) + "#attendance").withNotice("assembly.attendance.noted");
                },
                () -> PageView.of(
                        VIEW, pages.assemble(meeting, MinutesPageAssembler.TypedMinutesForms.departing(form), t)));
    }

    /** The time after the start: a meeting past midnight ends on the next day. */
    private static LocalDateTime after(LocalDateTime begins, LocalTime hour) {
        LocalDateTime same = begins.with(hour);
        return same.isBefore(begins) ? same.plusDays(1) : same;
    }

    private static String url(UUID meeting) {
        return AssemblyUrls.meeting(meeting) + "/minutes";
    }
}
