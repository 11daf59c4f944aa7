package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The input of a hand-over.
 *
 * @param from the person who leaves
 * @param lastDay their last day
 * @param successor the successor; {@code null} where nothing passes
 * @param other the successor for some things instead; {@code null} for none
 * @param toOther the ids of these things
 * @param note for the successors, up to {@value #LONGEST_NOTE} characters; may be empty
 * @param mark the fingerprint of the inventory that was read
 */
public record HandoverInstruction(
        PersonId from,
        LocalDate lastDay,
        @Nullable PersonId successor,
        @Nullable PersonId other,
        Set<UUID> toOther,
        String note,
        String mark) {

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 10_000;

    public HandoverInstruction {
        toOther = Set.copyOf(toOther);
    }

    /** The successor for a thing. */
    @Nullable
    PersonId successorOf(UUID thing) {
        return other != null && toOther.contains(thing) ? other : successor;
    }
}
