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
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MinutesKeeping;
import org.convergence.outreach.assembly.domain.MinutesReading;
import org.convergence.outreach.assembly.domain.Present;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class MinutesController {

    private static final String VIEW = "outreach/assembly/minutes";
    private static final int MINUTES = 50_000;
    private static final int GUESTS = 10_000;
    private static final int NAME = 200;
    private static final Set<String> THEN = Set.of("resolutions", "follow-ups", "interests");

    private final MinutesPages pages;
    private final MinutesKeeping keeping;
    private final MeetingReading reading;
    private final MinutesReading minutes;
    private final AssemblyVersions versions;

    MinutesController(
            MinutesPages pages,
            MinutesKeeping keeping,
            MeetingReading reading,
            MinutesReading minutes,
            AssemblyVersions versions) {
        this.minutes = minutes;
        this.pages = pages;
        this.keeping = keeping;
        this.reading = reading;
        this.versions = versions;
    }

    private record Attended(
            Map<UUID, AttendanceStatus> there,
            String guests,
            @Nullable LocalDateTime at) {}

    private record Sat(
            @Nullable LocalDateTime opened,
            @Nullable LocalDateTime closed,
            @Nullable String chair,
            @Nullable String secretary) {}

    private record Minuted(int version, String text) {}

    @GetMapping("/meetings/{id}/minutes")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of(VIEW, pages.of(new MeetingId(id), MinutesPages.Typed.NOTHING, t));
    }

    @PostMapping("/meetings/{id}/attendance")
    ModelAndView attend(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDate day = reading.one(meeting).day();
        return form.submit(
                answers -> attended(meeting, form, answers, day),
                said -> {
                    keeping.attend(meeting, said.there(), said.guests(), said.at());
                    return Go.to(url(id) + "#attendance").saying("assembly.attendance.noted");
                },
                () -> Page.of(VIEW, pages.of(meeting, MinutesPages.Typed.attending(form), t)));
    }

    private Attended attended(MeetingId meeting, Form form, Answers answers, LocalDate day) {
        Map<UUID, AttendanceStatus> there = new LinkedHashMap<>();
        for (Present.OfSeat each : minutes.present(meeting).seats()) {
            AttendanceStatus status = answers.optionalChoice(Attendance.field(each), AttendanceStatus.class);
            if (status != null) {
                there.put(each.seat().id(), status);
            }
        }
        String guests = answers.optionalText("guests", GUESTS);
        LocalTime at = Hours.read(form, "at");
        return new Attended(there, guests == null ? "" : guests, at == null ? null : day.atTime(at));
    }

    @PostMapping("/meetings/{id}/sitting")
    ModelAndView sitting(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDate day = reading.one(meeting).day();
        return form.submit(
                answers -> sat(form, answers, day),
                said -> {
                    keeping.describe(meeting, said.opened(), said.closed(), said.chair(), said.secretary());
                    return Go.to(url(id) + "#sitting").saying("assembly.saved");
                },
                () -> Page.of(VIEW, pages.of(meeting, MinutesPages.Typed.sitting(form), t)));
    }

    private static Sat sat(Form form, Answers answers, LocalDate day) {
        LocalTime opened = Hours.read(form, "opened");
        LocalTime closed = Hours.read(form, "closed");
        LocalDateTime end = closed == null ? null : day.atTime(closed);
        if (end != null && opened != null && !end.isAfter(day.atTime(opened))) {
            end = end.plusDays(1);
        }
        return new Sat(
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
        UUID meeting = reading.point(id).meeting().value();
        return form.submit(
                answers -> {
                    String text = answers.optionalText("minutes", MINUTES);
                    return new Minuted(answers.version(), text == null ? "" : text);
                },
                said -> {
                    keeping.minute(id, said.version(), said.text());
                    if (THEN.contains(form.value("then"))) {
                        return Go.to(Urls.HOME + "/items/" + id + "/" + form.value("then") + "/new");
                    }
                    if (part == null) {
                        return Go.to(url(meeting) + "#point-" + id).saying("assembly.saved");
                    }
                    if (form.filled("keep")) {
                        return Page.fragment("outreach/assembly/kept", pages.kept(id, t));
                    }
                    Form kept = MinutesPages.form(reading.point(id).point());
                    return Page.fragment("outreach/assembly/minute", pages.part(id, kept, null, true, t));
                },
                () -> again(id, form, null, part, t),
                since -> {
                    // After an automatic save, the whole item is shown, with the other version.
                    response.setHeader("HX-Retarget", "#point-" + id);
                    response.setHeader("HX-Reswap", "outerHTML");
                    var now = reading.point(id).point();
                    Form theirs = MinutesPages.form(now).at(now.version());
                    return again(id, form, versions.ofPoint(form, theirs, id, since, List.of("minutes")), part, t);
                });
    }

    private ModelAndView again(UUID id, Form form, @Nullable Conflict conflict, @Nullable String part, Words t) {
        MinutePart shown = pages.part(id, form, conflict, false, t);
        return Page.of(part == null ? "outreach/assembly/minute-page" : "outreach/assembly/minute", shown);
    }

    private record Departed(PersonId person, @Nullable LocalTime at) {}

    /** Records a departure before the end; without a time, undoes it. */
    @PostMapping("/meetings/{id}/departures")
    ModelAndView depart(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        LocalDateTime begins = reading.one(meeting).plan().begins();
        return form.submit(
                answers -> new Departed(new PersonId(answers.id("person")), Hours.read(form, "left")),
                said -> {
                    LocalTime at = said.at();
                    keeping.depart(meeting, said.person(), at == null ? null : after(begins, at));
                    return Go.to(url(id) + "#attendance").saying("assembly.attendance.noted");
                },
                () -> Page.of(VIEW, pages.of(meeting, MinutesPages.Typed.departing(form), t)));
    }

    /** The time after the start: a meeting past midnight ends on the next day. */
    private static LocalDateTime after(LocalDateTime begins, LocalTime hour) {
        LocalDateTime same = begins.with(hour);
        return same.isBefore(begins) ? same.plusDays(1) : same;
    }

    private static String url(UUID meeting) {
        return Urls.meeting(meeting) + "/minutes";
    }
}
