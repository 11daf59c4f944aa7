package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.QuorumPolicy.Finding;
import org.convergence.outreach.assembly.domain.QuorumPolicy.Whole;
import org.jspecify.annotations.Nullable;

/**
 * Who was at a meeting.
 *
 * @param seats all seats of that day, in order
 * @param guests who was there without a seat, one on each line; may be empty
 */
public record Present(List<OfSeat> seats, String guests, Quorum rule) {

    /** Someone by name. */
    public record Named(PersonId person, String name) {}

    /**
     * A seat, and who was there for it.
     *
     * @param status {@code null} where nobody said yet
     * @param who who was there, as it was noted then; {@code null} where nobody was
     * @param left when she left before the end; {@code null} for whoever stayed
     */
    public record OfSeat(
            SeatOn seat,
            @Nullable AttendanceStatus status,
            @Nullable Named who,
            @Nullable LocalDateTime left) {

        /** Whether anyone came for the seat. */
        public boolean came() {
            return status != null && status.isPresent();
        }

        /** Whether anyone can speak and vote for it now. */
        public boolean isPresent() {
            return came() && left == null;
        }
    }

    /** How many voices can be cast: one for each seat for which someone is there. */
    public int voices() {
        return (int) seats.stream().filter(OfSeat::isPresent).count();
    }

    /** How many people came, each once, whoever sits on two seats. */
    public int people() {
        return (int) seats.stream()
                .filter(OfSeat::came)
                .map(OfSeat::who)
                .filter(Objects::nonNull)
                .map(Named::person)
                .distinct()
                .count();
    }

    /** Guests, one each. */
    public List<String> guestList() {
        return guests.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Seats whose voice left before the end, the earliest first. */
    public List<OfSeat> departures() {
        return seats.stream()
                .filter(each -> each.left() != null)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.left())))
                .toList();
    }

    /** Whether anyone said who was there. */
    public boolean isTaken() {
        return seats.stream().anyMatch(each -> each.status() != null);
    }

    /** Whether those who are there now are enough. */
    public Finding quorum() {
        return quorum(OfSeat::isPresent);
    }

    /** Whether those who came were enough, whoever left since. */
    public Finding opening() {
        return quorum(OfSeat::came);
    }

    private Finding quorum(Predicate<OfSeat> there) {
        int held = (int) seats.stream().filter(each -> each.seat().isHeld()).count();
        int present = (int) seats.stream().filter(there).count();
        return QuorumPolicy.find(
                rule, new Whole(seats.size(), held, organisations(each -> true)), present, organisations(there));
    }

    private int organisations(Predicate<OfSeat> which) {
        return (int) seats.stream()
                .filter(which)
                .map(each -> each.seat().organisation())
                .filter(Objects::nonNull)
                .map(organisation -> organisation.id())
                .distinct()
                .count();
    }
}
