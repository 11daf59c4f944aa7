package org.convergence.outreach.assembly.domain;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The attendance of a seat to expect from the replies of its holder and its substitute (R-GOV-16). */
final class ReplyPolicy {

    private ReplyPolicy() {}

    /** The attendance to expect; {@code null} as long as nobody who can represent the seat has answered. */
    static @Nullable AttendanceStatus findExpected(SeatOnDay seat, Map<PersonId, MeetingReply> replies) {
        ReplyAnswer holder = findAnswer(seat.holder(), replies);
        ReplyAnswer substitute = findAnswer(seat.substitute(), replies);
        if (holder == ReplyAnswer.COMING) {
            return AttendanceStatus.HOLDER;
        }
        if (substitute == ReplyAnswer.COMING) {
            return AttendanceStatus.SUBSTITUTE;
        }
        if (holder == ReplyAnswer.SUBSTITUTE && substitute == null && seat.substitute() != null) {
            return AttendanceStatus.SUBSTITUTE;
        }
        boolean withoutHolder = holder != null || seat.holder() == null;
        return withoutHolder && (holder != null || substitute != null) ? AttendanceStatus.EXCUSED : null;
    }

    /** The attendance to expect of the seats for which it is known. */
    static Map<UUID, AttendanceStatus> findExpected(List<SeatOnDay> seats, Map<PersonId, MeetingReply> replies) {
        Map<UUID, AttendanceStatus> expected = new LinkedHashMap<>();
        for (SeatOnDay seat : seats) {
            AttendanceStatus status = findExpected(seat, replies);
            if (status != null) {
                expected.put(seat.id(), status);
            }
        }
        removeTwice(seats, expected);
        return expected;
    }

    /** Leaves a seat unknown whose substitute is expected for another seat: one person represents one seat. */
    static void removeTwice(List<SeatOnDay> seats, Map<UUID, AttendanceStatus> expected) {
        Set<PersonId> taken = new HashSet<>();
        for (AttendanceStatus status : List.of(AttendanceStatus.HOLDER, AttendanceStatus.SUBSTITUTE)) {
            for (SeatOnDay seat : seats) {
                SeatOnDay.SeatMandate mandate = status == AttendanceStatus.HOLDER ? seat.holder() : seat.substitute();
                if (expected.get(seat.id()) == status && mandate != null && !taken.add(mandate.person())) {
                    expected.remove(seat.id());
                }
            }
        }
    }

    private static @Nullable ReplyAnswer findAnswer(
            SeatOnDay.@Nullable SeatMandate mandate, Map<PersonId, MeetingReply> replies) {
        MeetingReply reply = mandate == null ? null : replies.get(mandate.person());
        return reply == null ? null : reply.answer();
    }

    /** Whether a person announced a substitute, and the substitutes of the person's seats answered that they cannot come. */
    static boolean isSubstituteMissing(
            Iterable<SeatOnDay> seats, PersonId person, Map<PersonId, MeetingReply> replies) {
        MeetingReply reply = replies.get(person);
        if (reply == null || reply.answer() != ReplyAnswer.SUBSTITUTE) {
            return false;
        }
        for (SeatOnDay seat : seats) {
            SeatOnDay.SeatMandate holder = seat.holder();
            if (holder != null
                    && holder.person().equals(person)
                    && findExpected(seat, replies) == AttendanceStatus.SUBSTITUTE) {
                return false;
            }
        }
        return true;
    }

    /** Whether a person holds a seat that has a substitute. */
    static boolean hasSubstitute(Iterable<SeatOnDay> seats, PersonId person) {
        for (SeatOnDay seat : seats) {
            SeatOnDay.SeatMandate holder = seat.holder();
            if (holder != null && holder.person().equals(person) && seat.substitute() != null) {
                return true;
            }
        }
        return false;
    }
}
