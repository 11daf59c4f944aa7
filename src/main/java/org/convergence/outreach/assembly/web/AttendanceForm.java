package org.convergence.outreach.assembly.web;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingAttendance;
import org.convergence.outreach.assembly.domain.SeatOnDay;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The attendance, departures and quorum on the page of the minutes. */
final class AttendanceForm {

    private AttendanceForm() {}

    /** The quorum at the recorded time, or after the last departure. */
    static String formatQuorum(Meeting meeting, MeetingAttendance present, Words t) {
        LocalDateTime at = meeting.sitting().quorumAt();
        String opening = AssemblyFormatter.formatQuorumResult(
                (at == null ? meeting.plan().begins() : at).toLocalTime(), present.notedQuorum(meeting), t);
        List<MeetingAttendance.SeatAttendance> left = present.departures();
        LocalDateTime last = left.isEmpty() ? null : left.get(left.size() - 1).left();
        return last == null ? opening : AssemblyFormatter.formatQuorumResult(last.toLocalTime(), present.quorum(), t);
    }

    static List<MinutesPage.DepartureRow> departures(MeetingAttendance present, Words t) {
        List<MinutesPage.DepartureRow> all = new ArrayList<>();
        for (MeetingAttendance.SeatAttendance each : present.departures()) {
            MeetingAttendance.AttendingPerson who = each.who();
            String person = who == null ? "" : who.person().value().toString();
            if (all.stream().noneMatch(one -> one.person().equals(person))) {
                all.add(new MinutesPage.DepartureRow(AssemblyFormatter.formatDeparture(each, t), person));
            }
        }
        return all;
    }

    static MinutesPage.DepartureForm departureForm(@Nullable Form typed, MeetingAttendance present) {
        List<Option> there = new ArrayList<>();
        for (MeetingAttendance.SeatAttendance each : present.seats()) {
            MeetingAttendance.AttendingPerson who = each.isPresent() ? each.who() : null;
            if (who != null
                    && there.stream()
                            .noneMatch(one ->
                                    one.value().equals(who.person().value().toString()))) {
                there.add(Option.of(who.person(), who.name()));
            }
        }
        return new MinutesPage.DepartureForm(typed == null ? Form.named("d") : typed, there);
    }

    /**
     * The attendance as recorded. Before that, the form proposes what the replies announce; nothing counts until it is
     * submitted.
     */
    static Form toForm(Meeting meeting, MeetingAttendance present, Map<UUID, AttendanceStatus> expected) {
        Form form = Form.named("a").with("guests", present.guests());
        if (!meeting.sitting().isShort()) { // Otherwise the time at which the quorum was reached must be entered.
            LocalDateTime at = meeting.sitting().quorumAt();
            LocalDateTime hour = at == null ? meeting.plan().begins() : at;
            form.with("at", hour.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
        }
        for (MeetingAttendance.SeatAttendance each : present.seats()) {
            AttendanceStatus status = each.status();
            form.with(
                    fieldName(each), status != null || present.isRecorded() ? status : propose(each.seat(), expected));
        }
        return form;
    }

    /** Without any reply, the holder is proposed. */
    private static @Nullable AttendanceStatus propose(SeatOnDay seat, Map<UUID, AttendanceStatus> expected) {
        if (!expected.isEmpty()) {
            return expected.get(seat.id());
        }
        return seat.holder() == null ? null : AttendanceStatus.HOLDER;
    }

    static String fieldName(MeetingAttendance.SeatAttendance each) {
        return "seat-" + each.seat().id();
    }

    static List<MinutesPage.SeatAttendanceRow> seats(MeetingAttendance present, Words t) {
        List<MinutesPage.SeatAttendanceRow> lines = new ArrayList<>();
        for (MeetingAttendance.SeatAttendance each : present.seats()) {
            List<Option> choices = new ArrayList<>();
            var holder = each.seat().holder();
            var substitute = each.seat().substitute();
            if (holder != null) {
                choices.add(Option.of(AttendanceStatus.HOLDER, holder.name()));
            }
            if (substitute != null) {
                choices.add(Option.of(
                        AttendanceStatus.SUBSTITUTE, t.say("assembly.attendance.substitute", substitute.name())));
            }
            choices.add(Option.of(AttendanceStatus.EXCUSED, t.say("assembly.attendance.EXCUSED")));
            choices.add(Option.of(AttendanceStatus.ABSENT, t.say("assembly.attendance.ABSENT")));
            lines.add(new MinutesPage.SeatAttendanceRow(
                    fieldName(each), AssemblyFormatter.formatSeat(each.seat(), t), choices));
        }
        return lines;
    }
}
