package org.convergence.platform.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** A kind of door, contributed by the module that knows who is expected there. Its permission is to check guests in. */
public interface DoorSource extends Permitted {

    /** Its stable name, which is part of addresses. */
    String name();

    /** The permission to give links to others. */
    String linkPermission();

    /** What a link may do, and nothing else: check guests in, and what that reads. */
    Set<String> linkPermissions();

    /**
     * What the door leads to.
     *
     * @param url its page for users who are signed in
     * @param isOpen whether guests may be checked in
     */
    record DoorSubject(String title, LocalDate day, String url, boolean isOpen) {}

    /** @throws NotFound if there is none */
    DoorSubject findSubject(UUID subject, Words t);

    /** Where a guest is. */
    enum DoorState {
        EXPECTED,
        IN,
        OUT
    }

    /**
     * A guest on the list of a phone, which holds nothing else of a person.
     *
     * @param code empty without one
     */
    record DoorGuest(UUID id, String name, UUID groupId, String group, String code, DoorState state) {}

    /** The guests by group. */
    List<DoorGuest> findGuests(UUID subject, Words t);

    /** A group to which a guest may be added by name, with the places that are left; a substitute takes the place of a guest. */
    record DoorGroup(UUID id, String name, int free) {}

    /** The groups whose guests are named at the door; none if all are known before. */
    default List<DoorGroup> findGroups(UUID subject) {
        return List.of();
    }

    /** The figures of now, in short sentences: those who are in first. */
    List<String> count(UUID subject, Words t);

    /** What a phone notes of a guest. */
    enum DoorMove {
        ENTER,
        LEAVE,
        RETURN,
        /** Takes a check-in back. */
        UNDO,
        /** Checks in a guest who was not on the list, by name. */
        ADD,
        /** Gives the place of a guest who was checked in to another person, by name. */
        SUBSTITUTE
    }

    /**
     * A move of a guest.
     *
     * @param guest of {@link DoorMove#ADD}, the group
     * @param name of {@link DoorMove#ADD} and {@link DoorMove#SUBSTITUTE}
     * @param letterSeen of the same moves: whether a mandate letter was seen
     * @param isOnly of {@link DoorMove#UNDO}: whether it takes back the only check-in of the guest, who then never came
     * @param at when it happened
     */
    record DoorGesture(
            DoorMove move, UUID guest, @Nullable String name, boolean letterSeen, boolean isOnly, Instant at) {}

    /** What became of a move. */
    enum DoorOutcome {
        DONE,
        /** The guest was checked in before, or by another phone too: noted, and stays in. */
        DOUBLE,
        /** Another phone noted a later move of the same guest: that one holds. */
        LATE,
        REFUSED
    }

    /** The outcome of a move, with its guest. */
    record DoorResult(DoorOutcome outcome, UUID guest) {}

    /**
     * Applies a move.
     *
     * @throws NotFound if no such guest is expected
     * @throws Refused if a rule forbids it
     */
    DoorResult apply(UUID subject, DoorGesture gesture);
}
