package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when a realisation is withdrawn. Stable name: {@code realisation.withdrawn}.
 *
 * @param event id of the event, for idempotent listeners
 */
public record RealisationWithdrawn(UUID event, UUID realisation, LocalDate from, LocalDate to) {}
