package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision by which a plan is adopted.
 *
 * @param body who decided, as the organisation calls it, at most 200 characters
 * @param number of the resolution, {@code null} where it has none
 * @param document the stored file that shows it
 */
public record Adoption(
        String body,
        LocalDate date,
        @Nullable String number,
        @Nullable UUID document) {}
