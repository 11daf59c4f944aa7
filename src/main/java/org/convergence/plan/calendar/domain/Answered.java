package org.convergence.plan.calendar.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what she answered.
 *
 * @param againOn the new day of something postponed, where she said it
 * @param realisation as which it was recorded; {@code null} for none
 */
public record Answered(
        UUID entry,
        String title,
        LocalDate day,
        Verdict answer,
        @Nullable LocalDate againOn,
        @Nullable RealisationId realisation) {}
