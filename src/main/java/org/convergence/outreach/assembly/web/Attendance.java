package org.convergence.outreach.assembly.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.Present;
import org.convergence.outreach.assembly.domain.Saying;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The attendance, departures and quorum on the page of the minutes. */
final class Attendance {

    private Attendance() {}

    /** The quorum at the recorded time, or after the last departure. */
    static String quorum(Meeting meeting, Present present, Words t) {
        LocalDateTime at = meeting.sitting().quorumAt();
        String opening = Saying.found((at == null ? meeting.plan().begins() : at).toLocalTime(), present.opening(), t);
        List<Present.OfSeat> left = present.departures();
        LocalDateTime last = left.isEmpty() ? null : left.get(left.size() - 1).left();
        return last == null ? opening : Saying.found(last.toLocalTime(), present.quorum(), t);
    }

    static List<MinutesPage.Departure> departures(Present present, Words t) {
        List<MinutesPage.Departure> all = new ArrayList<>();
        for (Present.OfSeat each : present.departures()) {
            Present.Named who = each.who();
            String person = who == null ? "" : who.person().value().toString();
            if (all.stream().noneMatch(one -> one.person().equals(person))) {
                all.add(new MinutesPage.Departure(Saying.left(each, t), person));
            }
        }
        return all;
    }

    static MinutesPage.Departing departing(@Nullable Form typed, Present present) {
        List<Option> there = new ArrayList<>();
        for (Present.OfSeat each : present.seats()) {
            Present.Named who = each.isPresent() ? each.who() : null;
            if (who != null
                    && there.stream()
                            .noneMatch(one ->
                                    one.value().equals(who.person().value().toString()))) {
                there.add(Option.of(who.person(), who.name()));
            }
        }
        return new MinutesPage.Departing(typed == null ? Form.named("d") : typed, there);
    }

    static Form form(Meeting meeting, Present present) {
        Form form = Form.named("a").with("guests", present.guests());
        if (!meeting.sitting().isShort()) { // Otherwise the time at which the quorum was reached must be entered.
            LocalDateTime at = meeting.sitting().quorumAt();
            LocalDateTime hour = at == null ? meeting.plan().begins() : at;
            form.with("at", hour.toLocalTime().toString());
        }
        for (Present.OfSeat each : present.seats()) {
            AttendanceStatus status = each.status();
            boolean holder = each.seat().holder() != null;
            form.with(
                    field(each),
                    status != null ? status : holder && !present.isTaken() ? AttendanceStatus.HOLDER : null);
        }
        return form;
    }

    static String field(Present.OfSeat each) {
        return "seat-" + each.seat().id();
    }

    static List<MinutesPage.SeatLine> seats(Present present, Words t) {
        List<MinutesPage.SeatLine> lines = new ArrayList<>();
        for (Present.OfSeat each : present.seats()) {
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
            lines.add(new MinutesPage.SeatLine(field(each), Saying.seat(each.seat(), t), choices));
        }
        return lines;
    }
}
