package org.convergence.directory.handover.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A completed hand-over.
 *
 * @param person the person who left
 * @param passedBy the name, at that time, of the person who handed over
 * @param items the outcome of each thing, in page order
 */
public record Handover(
        HandoverId id,
        PersonId person,
        String name,
        LocalDate lastDay,
        String note,
        Instant passedAt,
        String passedBy,
        List<ItemOutcome> items) {

    /**
     * A thing and its outcome.
     *
     * @param kind the key of its holding
     * @param successor the name of its new holder; {@code null} where it did not pass
     */
    public record ItemOutcome(
            String kind,
            HandoverOutcome fate,
            HandoverItem held,
            @Nullable String successor) {}

    /** The ids of the things that passed. */
    public List<UUID> passedIds() {
        return items.stream()
                .filter(item -> item.fate() == HandoverOutcome.PASSES)
                .map(item -> item.held().id())
                .toList();
    }
}
