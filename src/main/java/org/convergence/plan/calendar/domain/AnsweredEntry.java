package org.convergence.plan.calendar.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its owner's answer.
 *
 * @param againOn the new day of a postponed entry, if one was given
 * @param realisation the recorded realisation; {@code null} for none
 */
public record AnsweredEntry(
        UUID entry,
        String title,
        LocalDate day,
        Verdict answer,
        @Nullable LocalDate againOn,
        @Nullable RealisationId realisation) {}
