package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.BodyQueries.SeatDetails;
import org.convergence.outreach.assembly.domain.SeatAttendanceQueries;
import org.convergence.outreach.assembly.domain.SeatAttendanceQueries.AttendedMeeting;
import org.convergence.outreach.assembly.domain.SeatOnDay;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Shows the meetings of a fiscal year, and whether a seat was represented at each. */
@Controller
@Requires(AssemblyPermissions.READ)
record SeatAttendanceController(BodyQueries bodies, SeatAttendanceQueries attendances, OrganisationSettings settings) {

    /** The attendance of a seat in a year; the year is that of the day {@code on}, by default today. */
    @GetMapping("/outreach/assembly/seats/{id}/attendance")
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        LocalDate on = asked.filled("on") ? asked.read(answers -> answers.date("on")) : settings.today();
        SeatDetails seat = bodies.seat(id);
        LocalDate since = attendances.findYear(on);
        Optional<SeatOnDay> holders = bodies.findSeats(seat.body(), on).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        return PageView.of(
                "outreach/assembly/seat-attendance",
                new SeatAttendancePage(
                        holders.map(each -> AssemblyFormatter.formatSeat(each, t))
                                .orElse(t.say("assembly.seat.own")),
                        t.period(since, since.plusYears(1).minusDays(1)),
                        BodyController.about(bodies.findById(seat.body())),
                        attendances.findBySeat(id, on).stream()
                                .map(each -> row(each, t))
                                .toList()));
    }

    private static MeetingRow row(AttendedMeeting it, Words t) {
        LocalDate day = it.begins().toLocalDate();
        String name = it.title() == null ? t.dayAndDate(day) : it.title();
        return new MeetingRow(
                t.shortDate(day),
                it.training() ? t.say("assembly.seat.attendance.training", name) : name,
                AssemblyUrls.meeting(it.id().value()),
                it.status() == null ? Tone.AHEAD : it.status().isPresent() ? Tone.OK : Tone.REST,
                it.status() == null
                        ? t.say("assembly.seat.attendance.unknown")
                        : t.say("assembly.seat.attendance." + it.status(), it.name() == null ? "" : it.name()));
    }
}
