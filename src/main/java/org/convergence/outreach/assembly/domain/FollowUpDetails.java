package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Keyset;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up, as read.
 *
 * @param who assignee, a name or words; {@code null} for nobody
 * @param resolution the number of the resolution that asks for it; {@code null} for none
 * @param outcome the result; may be empty
 * @param retakes whether it is to take up its resolution, which was carried without a quorum
 */
public record FollowUpDetails(
        UUID id,
        int version,
        BodyId body,
        String bodyName,
        MeetingId meeting,
        UUID item,
        FollowUpFacts facts,
        @Nullable String who,
        @Nullable String resolution,
        LocalDate openedOn,
        FollowUpState state,
        @Nullable LocalDate closedOn,
        String outcome,
        boolean retakes) {

    /** Whether it may still be put on an agenda: its resolution was carried without a quorum. */
    public boolean isToRetake() {
        return retakes && state == FollowUpState.OPEN;
    }

    /** Whether it is overdue. */
    public boolean isLate(LocalDate today) {
        LocalDate due = facts.dueOn();
        return state == FollowUpState.OPEN && due != null && due.isBefore(today);
    }

    /** The keyset position from which the next page starts. */
    public String position() {
        LocalDate due = facts.dueOn();
        return Keyset.of(due == null ? LocalDate.of(9999, 12, 31) : due, id).encode();
    }
}
