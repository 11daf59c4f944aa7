package org.convergence.outreach.event.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.EventOrder.EventSeat;
import org.convergence.outreach.event.domain.EventOrderService.CheckInResult;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.door.DoorSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The door of an event: guests expected in the room, by order and table. */
@Component
record EventDoor(EventQueries events, EventOrderService orders) implements DoorSource {

    private static final int MOST = 5_000;

    @Override
    public String name() {
        return "event";
    }

    @Override
    public String permission() {
        return EventPermissions.CHECK_IN;
    }

    @Override
    public String linkPermission() {
        return EventPermissions.EDIT;
    }

    @Override
    public Set<String> linkPermissions() {
        return Set.of(EventPermissions.READ, EventPermissions.CHECK_IN);
    }

    @Override
    public DoorSubject findSubject(UUID subject, Words t) {
        Event event = events.findById(new EventId(subject));
        return new DoorSubject(
                event.facts().name(),
                event.facts().day(),
                "/outreach/event/" + subject,
                event.state().isAhead());
    }

    @Override
    public List<DoorGuest> findGuests(UUID subject, Words t) {
        return events.findExpected(new EventId(subject), "", MOST).stream()
                .map(seat -> new DoorGuest(
                        seat.id(),
                        seat.name() == null ? t.say("public.event.unnamed", 1, seat.buyer()) : seat.name(),
                        UUID.nameUUIDFromBytes((seat.eventOrder().value() + "/" + seat.tableNumber())
                                .getBytes(StandardCharsets.UTF_8)),
                        seat.tableNumber() == null
                                ? seat.buyer()
                                : seat.buyer() + " · " + t.say("event.table", seat.tableNumber()),
                        seat.code(),
                        state(seat)))
                .toList();
    }

    private static DoorState state(EventSeat seat) {
        return seat.admittedAt() == null ? DoorState.EXPECTED : seat.leftAt() == null ? DoorState.IN : DoorState.OUT;
    }

    @Override
    public List<String> count(UUID subject, Words t) {
        return events.countAtDoor(new EventId(subject)).describe(t);
    }

    @Override
    public DoorResult apply(UUID subject, DoorGesture gesture) {
        EventId event = new EventId(subject);
        UUID guest = gesture.guest();
        DoorOutcome outcome =
                switch (gesture.move()) {
                    case ENTER -> enter(event, gesture);
                    case LEAVE, RETURN ->
                        orders.move(event, List.of(guest), gesture.move() == DoorMove.LEAVE, gesture.at()) > 0
                                ? DoorOutcome.DONE
                                : DoorOutcome.LATE;
                    case UNDO -> {
                        if (orders.undoCheckIn(event, List.of(guest)) == 0) {
                            throw new NotFound("guest");
                        }
                        yield DoorOutcome.DONE;
                    }
                    case ADD, SUBSTITUTE -> throw new NotFound("group");
                };
        return new DoorResult(outcome, guest);
    }

    private DoorOutcome enter(EventId event, DoorGesture gesture) {
        CheckInResult result = orders.checkIn(event, "", List.of(gesture.guest()), gesture.at());
        return result.doubles() > 0 ? DoorOutcome.DOUBLE : DoorOutcome.DONE;
    }
}
