package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** Loads meetings whose minutes can be edited, and locks them until the transaction ends. */
@Component
class OpenMeetings {

    private final MeetingStore meetings;
    private final ItemStore items;

    OpenMeetings(MeetingStore meetings, ItemStore items) {
        this.meetings = meetings;
        this.items = items;
    }

    /** @throws Refused if it is cancelled, or its minutes are signed */
    Meeting open(MeetingId id) {
        Meeting meeting = meetings.findHeldById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (meeting.state() == MeetingState.CANCELLED) {
            throw new Refused("assembly.refused.cancelled");
        }
        if (meeting.minutesState() == MinutesState.SIGNED) {
            throw new Refused("assembly.refused.signed");
        }
        return meeting;
    }

    /** @throws Refused if it is not held yet, or as in {@link #open} */
    Meeting held(MeetingId id) {
        Meeting meeting = open(id);
        if (meeting.state() != MeetingState.HELD) {
            throw new Refused("assembly.refused.not-held");
        }
        return meeting;
    }

    Item item(UUID id) {
        return items.findById(id).orElseThrow(() -> new NotFound("item"));
    }
}
