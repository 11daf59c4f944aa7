package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.MeetingRoll;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.outreach.assembly.domain.QuorumPolicy.SeatTotals;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of a meeting.
 *
 * @param seats all seats of that day, in order
 * @param guests people without a seat, one per line; may be empty
 * @param roll the delegations at the door; {@code null} if the meeting votes by seats
 */
public record MeetingAttendance(
        List<SeatAttendance> seats,
        String guests,
        Quorum rule,
        @Nullable MeetingRoll roll) {

    /** A named person. */
    public record AttendingPerson(PersonId person, String name) {}

    /**
     * The attendance of a seat.
     *
     * @param status {@code null} if not recorded yet
     * @param who the person present, as recorded; {@code null} for nobody
     * @param left time of an early departure; {@code null} for none
     */
    public record SeatAttendance(
            SeatOnDay seat,
            @Nullable AttendanceStatus status,
            @Nullable AttendingPerson who,
            @Nullable LocalDateTime left) {

        /** Whether the seat is represented. */
        public boolean isRepresented() {
            return status != null && status.isPresent();
        }

        /** Whether a person present can speak and vote for the seat now. */
        public boolean isPresent() {
            return isRepresented() && left == null;
        }
    }

    /** The number of votes: one for each represented seat, or the cards of those present. */
    public int countVotingSeats() {
        if (roll != null) {
            return roll.cards();
        }
        return (int) seats.stream().filter(SeatAttendance::isPresent).count();
    }

    /** The number of people that came; a person with two seats counts once. */
    public int people() {
        int delegates = roll == null ? 0 : roll.came().delegates();
        return delegates
                + (int) seats.stream()
                        .filter(SeatAttendance::isRepresented)
                        .map(SeatAttendance::who)
                        .filter(Objects::nonNull)
                        .map(AttendingPerson::person)
                        .distinct()
                        .count();
    }

    /** The guests. */
    public List<String> guestList() {
        return guests.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Seats left before the end, the earliest first. */
    public List<SeatAttendance> departures() {
        return seats.stream()
                .filter(each -> each.left() != null)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.left())))
                .toList();
    }

    /** Whether the attendance is recorded. */
    public boolean isRecorded() {
        return (roll != null && roll.came().delegates() > 0) || seats.stream().anyMatch(each -> each.status() != null);
    }

    /** The quorum of the people present now. */
    public QuorumResult quorum() {
        return roll == null ? quorum(SeatAttendance::isPresent) : quorum(roll, roll.present());
    }

    /** The quorum at the opening, including people that left since. */
    public QuorumResult openingQuorum() {
        return roll == null ? quorum(SeatAttendance::isRepresented) : quorum(roll, roll.came());
    }

    /** The quorum of the minutes: of an assembly with a door as it was noted, since delegates come and leave. */
    public QuorumResult notedQuorum(Meeting meeting) {
        Integer present = meeting.sitting().quorumPresent();
        Integer required = meeting.sitting().quorumRequired();
        QuorumResult opening = openingQuorum();
        return roll == null || present == null || required == null
                ? opening
                : new QuorumResult(rule, present, opening.of(), required);
    }

    private QuorumResult quorum(MeetingRoll delegations, MeetingRoll.RollCount there) {
        MeetingRoll.RollCount whole = delegations.entitled();
        return QuorumPolicy.evaluate(
                rule,
                new SeatTotals(whole.delegates(), whole.delegates(), whole.organisations()),
                there.delegates(),
                there.organisations());
    }

    private QuorumResult quorum(Predicate<SeatAttendance> there) {
        int held = (int) seats.stream().filter(each -> each.seat().isHeld()).count();
        int present = (int) seats.stream().filter(there).count();
        return QuorumPolicy.evaluate(
                rule, new SeatTotals(seats.size(), held, organisations(each -> true)), present, organisations(there));
    }

    private int organisations(Predicate<SeatAttendance> which) {
        return (int) seats.stream()
                .filter(which)
                .map(each -> each.seat().organisation())
                .filter(Objects::nonNull)
                .map(organisation -> organisation.id())
                .distinct()
                .count();
    }
}
