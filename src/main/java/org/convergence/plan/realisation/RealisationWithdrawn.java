package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when a realisation was withdrawn. Stable name: {@code realisation.withdrawn}.
 *
 * @param event id of the event, by which a listener knows it again
 */
public record RealisationWithdrawn(UUID event, UUID realisation, LocalDate from, LocalDate to) {}
