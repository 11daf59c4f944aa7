package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
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

/** Minutes written live: who is there, what is said of each point, saved point by point. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.PREPARE)
class MinutesController {

    private static final String VIEW = "outreach/assembly/minutes";
    private static final int MINUTES = 50_000;
    private static final int GUESTS = 10_000;
    private static final int NAME = 200;

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
                () -> Page.of(VIEW, pages.of(meeting, new MinutesPages.Typed(form, null), t)));
    }

    private Attended attended(MeetingId meeting, Form form, Answers answers, LocalDate day) {
        Map<UUID, AttendanceStatus> there = new LinkedHashMap<>();
        for (Present.OfSeat each : minutes.present(meeting).seats()) {
            AttendanceStatus status = answers.optionalChoice(MinutesPages.field(each), AttendanceStatus.class);
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
                () -> Page.of(VIEW, pages.of(meeting, new MinutesPages.Typed(null, form), t)));
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

    /** Saves what is said of a point; by itself, it is shown alone again. */
    @PostMapping("/items/{id}/minutes")
    ModelAndView minute(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Form form,
            Words t) {
        UUID meeting = reading.point(id).meeting().value();
        return form.submit(
                answers -> {
                    String text = answers.optionalText("minutes", MINUTES);
                    return new Minuted(answers.version(), text == null ? "" : text);
                },
                said -> {
                    keeping.minute(id, said.version(), said.text());
                    return part == null
                            ? Go.to(url(meeting) + "#point-" + id).saying("assembly.saved")
                            : Page.fragment(
                                    "outreach/assembly/minute",
                                    pages.part(
                                            id,
                                            MinutesPages.form(reading.point(id).point()),
                                            null,
                                            true,
                                            t));
                },
                () -> again(id, form, null, part, t),
                since -> {
                    Form theirs = MinutesPages.form(reading.point(id).point());
                    return again(id, form, versions.ofPoint(form, theirs, id, since, List.of("minutes")), part, t);
                });
    }

    private ModelAndView again(UUID id, Form form, @Nullable Conflict conflict, @Nullable String part, Words t) {
        MinutePart shown = pages.part(id, form, conflict, false, t);
        return Page.of(part == null ? "outreach/assembly/minute-page" : "outreach/assembly/minute", shown);
    }

    private record Adopted(LocalDate on, @Nullable UUID in) {}

    /** The address may name the later meeting that adopts them ({@code in}). */
    @GetMapping("/meetings/{id}/minutes/adopt")
    ModelAndView adopt(@PathVariable UUID id, Form asked) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        UUID in = asked.read(answers -> answers.optionalId("in"));
        LocalDate on = in == null ? null : reading.one(new MeetingId(in)).day();
        return adopting(agenda, Form.blank().with("on", on).with("in", in));
    }

    @PostMapping("/meetings/{id}/minutes/adopt")
    ModelAndView adopted(@PathVariable UUID id, Form form) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        return form.submit(
                answers -> new Adopted(answers.date("on"), answers.optionalId("in")),
                said -> {
                    UUID in = said.in();
                    keeping.adopt(new MeetingId(id), said.on(), in == null ? null : new MeetingId(in));
                    return Go.to(url(in == null ? id : in)).saying("assembly.minutes.adopted.said", said.on());
                },
                () -> adopting(agenda, form));
    }

    private static ModelAndView adopting(Agenda agenda, Form form) {
        return Page.of(
                "outreach/assembly/adopt-form",
                FormPage.of(
                        "assembly.minutes.adopt",
                        MeetingController.about(agenda),
                        url(agenda.meeting().id()) + "/adopt",
                        form));
    }

    @PostMapping("/meetings/{id}/minutes/adopt/undo")
    ModelAndView takeBack(@PathVariable UUID id) {
        keeping.takeBackAdoption(new MeetingId(id));
        return Go.to(url(id)).saying("assembly.saved");
    }

    private record Signed(LocalDate on, String by) {}

    @GetMapping("/meetings/{id}/minutes/sign")
    @Requires(AssemblyPermissions.KEEP)
    ModelAndView sign(@PathVariable UUID id) {
        return signing(reading.agenda(new MeetingId(id)), Form.blank());
    }

    @PostMapping("/meetings/{id}/minutes/sign")
    @Requires(AssemblyPermissions.KEEP)
    ModelAndView signed(@PathVariable UUID id, Form form) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        return form.submit(
                answers -> new Signed(answers.date("on"), answers.text("by", 400)),
                said -> {
                    keeping.sign(new MeetingId(id), said.on(), said.by());
                    return Go.to(url(id)).saying("assembly.minutes.signed.said");
                },
                () -> signing(agenda, form));
    }

    private static ModelAndView signing(Agenda agenda, Form form) {
        return Page.of(
                "outreach/assembly/sign-form",
                FormPage.of(
                        "assembly.minutes.sign",
                        MeetingController.about(agenda),
                        url(agenda.meeting().id()) + "/sign",
                        form));
    }

    private static String url(UUID meeting) {
        return Urls.meeting(meeting) + "/minutes";
    }
}
