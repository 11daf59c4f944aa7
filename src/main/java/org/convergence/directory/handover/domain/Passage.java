package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as it is asked for.
 *
 * @param from who leaves
 * @param lastDay her last day
 * @param successor who takes over; {@code null} where nothing passes
 * @param other who takes over some things instead; {@code null} for nobody
 * @param toOther the ids of these things
 * @param note for whoever takes over, up to {@value #LONGEST_NOTE} characters; may be empty
 * @param mark of the inventory that was read
 */
public record Passage(
        PersonId from,
        LocalDate lastDay,
        @Nullable PersonId successor,
        @Nullable PersonId other,
        Set<UUID> toOther,
        String note,
        String mark) {

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 10_000;

    public Passage {
        toOther = Set.copyOf(toOther);
    }

    /** Who takes over a thing. */
    @Nullable
    PersonId successorOf(UUID thing) {
        return other != null && toOther.contains(thing) ? other : successor;
    }
}
