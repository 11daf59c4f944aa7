package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Objects;
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

    /**
     * A seat, and who was there for it.
     *
     * @param status {@code null} where nobody said yet
     */
    public record OfSeat(SeatOn seat, @Nullable AttendanceStatus status) {

        /** Whether anyone can speak and vote for it. */
        public boolean isPresent() {
            return status != null && status.isPresent();
        }

        /** Who was there; {@code null} where nobody was. */
        public SeatOn.@Nullable Sitting who() {
            return status == AttendanceStatus.HOLDER
                    ? seat.holder()
                    : status == AttendanceStatus.SUBSTITUTE ? seat.substitute() : null;
        }
    }

    /** How many voices can be cast: one for each seat for which someone is there. */
    public int voices() {
        return (int) seats.stream().filter(OfSeat::isPresent).count();
    }

    /** Whether anyone said who was there. */
    public boolean isTaken() {
        return seats.stream().anyMatch(each -> each.status() != null);
    }

    /** Whether that is enough. */
    public Finding quorum() {
        int held = (int) seats.stream().filter(each -> each.seat().isHeld()).count();
        return QuorumPolicy.find(
                rule, new Whole(seats.size(), held, organisations(false)), voices(), organisations(true));
    }

    private int organisations(boolean presentOnly) {
        return (int) seats.stream()
                .filter(each -> !presentOnly || each.isPresent())
                .map(each -> each.seat().organisation())
                .filter(Objects::nonNull)
                .map(organisation -> organisation.id())
                .distinct()
                .count();
    }
}
