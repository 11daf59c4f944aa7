package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats rules, seats, meetings and attendance. */
public final class AssemblyFormatter {

    private AssemblyFormatter() {}

    /** « Plus de la moitié des sièges pourvus ». */
    public static String formatQuorum(Quorum quorum, Words t) {
        return quorum.measure() == Quorum.QuorumMeasure.COUNT
                ? t.say("assembly.quorum.COUNT", quorum.numerator())
                : t.say(
                        "assembly.quorum." + quorum.measure().name(),
                        RequiredFraction.format(quorum.numerator(), quorum.denominator(), quorum.moreThan(), t));
    }

    /** « Les deux tiers des voix exprimées ». */
    public static String formatMajority(Majority majority, Words t) {
        return t.say(
                majority.ofPresent() ? "assembly.majority.present" : "assembly.majority.cast",
                RequiredFraction.format(majority.numerator(), majority.denominator(), majority.moreThan(), t));
    }

    /** « Présidence, Centrale des syndicats fictifs », or a seat without an organisation. */
    public static String formatSeat(SeatOnDay seat, Words t) {
        var organisation = seat.organisation();
        String whose = organisation == null ? t.say("assembly.seat.own") : organisation.name();
        return seat.title() == null ? whose : seat.title() + ", " + whose;
    }

    /** The first and last day. */
    public static String formatPeriod(@Nullable LocalDate since, @Nullable LocalDate until, Words t) {
        return t.period(since, until);
    }

    /** « À 19 h 05, 7 sièges sont représentés sur 9 pourvus; il en faut 5 : le quorum est atteint. » */
    public static String formatQuorumResult(LocalTime at, QuorumResult found, Words t) {
        return t.say(
                "assembly.quorum.found",
                t.time(at),
                found.present(),
                found.of(),
                found.required(),
                found.rule().measure().name(),
                String.valueOf(found.isReached()));
    }

    /** « Consultation du 3 mars 2027 : … », or a written resolution if all signed (R-GOV-7, R-GOV-7b). */
    public static String formatConsultation(Consultation it, Words t) {
        return t.say(
                it.isResolution() ? "assembly.consultation.signed" : "assembly.consultation.of",
                it.askedOn(),
                it.question());
    }

    /** « CA-2026-11-03, à revoir depuis le 3 mars 2027 : … ». */
    public static String formatReview(Agenda.DueReview it, Words t) {
        return t.say("assembly.review.of", it.label(), it.day(), it.text());
    }

    /** « Conseil d’administration, 28 janvier 2027 ». */
    public static String formatTitle(Agenda agenda, Words t) {
        return t.say("assembly.meeting.titled", agenda.title(), agenda.meeting().day());
    }

    /** « Mercredi 28 janvier 2027, de 19 h à 21 h ». */
    public static String formatTime(Meeting.MeetingPlan plan, Words t) {
        String day = t.capital(t.dayAndDate(plan.begins().toLocalDate()));
        String from = t.time(plan.begins().toLocalTime());
        return plan.ends() == null
                ? t.say("assembly.when.from", day, from)
                : t.say("assembly.when.span", day, from, t.time(plan.ends().toLocalTime()));
    }

    /** The place: in a room, online, or both. */
    public static String formatPlace(Meeting.MeetingPlan plan, Words t) {
        String place = plan.place();
        String online = plan.online();
        if (place != null && online != null) {
            return t.say("assembly.where.both", place, online);
        }
        return place != null
                ? place
                : online != null ? t.say("assembly.where.online", online) : t.say("assembly.where.unknown");
    }

    /** The place of a held meeting, for its minutes; {@code none} if unknown. */
    static String formatHeldPlace(Meeting.MeetingPlan plan, Words t) {
        String place = plan.place();
        if (place != null) {
            return plan.online() == null ? place : t.say("assembly.where.held.both", place);
        }
        return plan.online() == null ? "none" : t.say("assembly.where.held.online");
    }

    /** « Chantal Roy, Présidence, Syndicat des enseignantes »; the holder's name, or a vacant seat, if nobody came. */
    static String formatSeatAttendance(MeetingAttendance.SeatAttendance each, Words t) {
        MeetingAttendance.AttendingPerson who = each.who();
        SeatOnDay.SeatMandate holder = each.seat().holder();
        String name = who != null ? who.name() : holder == null ? t.say("assembly.seat.empty") : holder.name();
        String seat = formatSeat(each.seat(), t);
        return each.status() == AttendanceStatus.SUBSTITUTE
                ? t.say("assembly.paper.seated.substitute", name, seat)
                : t.say("assembly.paper.seated", name, seat);
    }

    /** « Chantal Roy quitte à 20 h 10. ». */
    public static String formatDeparture(MeetingAttendance.SeatAttendance each, Words t) {
        MeetingAttendance.AttendingPerson who = each.who();
        LocalDateTime at = each.left();
        return t.say(
                "assembly.attendance.left",
                who == null ? formatSeat(each.seat(), t) : who.name(),
                at == null ? "" : t.time(at.toLocalTime()));
    }

    /** A declared interest in one sentence (R-GOV-10). */
    public static String formatInterest(MinutesQueries.DeclaredInterest it, Words t) {
        String nature = it.value() == null ? it.nature() : it.nature() + " (" + it.value() + ")";
        return t.say(it.abstained() ? "assembly.interest.abstained" : "assembly.interest.said", it.name(), nature);
    }
}
