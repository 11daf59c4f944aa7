package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** Loads meetings whose minutes can be edited, and locks them until the transaction ends. */
@Component
record EditableMeetings(MeetingRepository meetings, AgendaItemRepository items) {

    /** @throws Refused if it is cancelled, or its minutes are signed */
    Meeting lockEditable(MeetingId id) {
        Meeting meeting = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (meeting.state() == MeetingState.CANCELLED) {
            throw new Refused("assembly.refused.cancelled");
        }
        if (meeting.minutesState() == MinutesState.SIGNED) {
            throw new Refused("assembly.refused.signed");
        }
        return meeting;
    }

    /** @throws Refused if it is not held yet, or as in {@link #lockEditable} */
    Meeting lockHeld(MeetingId id) {
        Meeting meeting = lockEditable(id);
        if (meeting.state() != MeetingState.HELD) {
            throw new Refused("assembly.refused.not-held");
        }
        return meeting;
    }

    AgendaItem findItem(UUID id) {
        return items.findById(id).orElseThrow(() -> new NotFound("item"));
    }
}
