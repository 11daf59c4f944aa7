package org.convergence.directory.handover.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.Fate;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.Held;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that took place.
 *
 * @param person who left
 * @param passedBy who passed it on, as she was called then
 * @param items what became of each thing, in the order of the page
 */
public record Handover(
        HandoverId id,
        PersonId person,
        String name,
        LocalDate lastDay,
        String note,
        Instant passedAt,
        String passedBy,
        List<Item> items) {

    /**
     * A thing and what became of it.
     *
     * @param kind the word of its holding
     * @param successor who holds it since; {@code null} where it did not pass
     */
    public record Item(
            String kind, Fate fate, Held held, @Nullable String successor) {}

    /** The ids of what passed. */
    public List<UUID> passed() {
        return items.stream()
                .filter(item -> item.fate() == Fate.PASSES)
                .map(item -> item.held().id())
                .toList();
    }
}
