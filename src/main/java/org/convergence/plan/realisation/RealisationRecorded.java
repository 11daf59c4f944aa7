package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Published when a realisation is recorded, planned or done. Stable name: {@code realisation.recorded}.
 *
 * @param event id of the event, for idempotent listeners
 * @param participations 0 if not counted
 */
public record RealisationRecorded(
        UUID event,
        UUID realisation,
        RealisationState state,
        LocalDate from,
        LocalDate to,
        Set<UUID> actions,
        Set<UUID> organisations,
        int participations) {

    public RealisationRecorded {
        actions = Set.copyOf(actions);
        organisations = Set.copyOf(organisations);
    }
}
