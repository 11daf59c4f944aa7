package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Published when a realisation is changed, confirmed as done, or restored; holds the new values. Stable name: {@code
 * realisation.changed}.
 *
 * @param event id of the event, for idempotent listeners
 * @param participations 0 if not counted
 */
public record RealisationChanged(
        UUID event,
        UUID realisation,
        RealisationState state,
        LocalDate from,
        LocalDate to,
        Set<UUID> actions,
        Set<UUID> organisations,
        int participations) {

    public RealisationChanged {
        actions = Set.copyOf(actions);
        organisations = Set.copyOf(organisations);
    }
}
