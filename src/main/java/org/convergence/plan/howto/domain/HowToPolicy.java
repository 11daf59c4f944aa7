package org.convergence.plan.howto.domain;

import java.time.LocalDate;
import org.convergence.plan.howto.domain.HowTo.Trust;
import org.jspecify.annotations.Nullable;

/**
 * When a how-to needs review: half of the team is new each year, and a text not reviewed for a year misleads newcomers.
 */
final class HowToPolicy {

    private HowToPolicy() {}

    static Trust trust(@Nullable LocalDate confirmedOn, @Nullable LocalDate doubtedOn, LocalDate today) {
        if (doubtedOn != null) {
            return Trust.TO_CORRECT;
        }
        return confirmedOn == null || confirmedOn.isBefore(today.minusYears(1)) ? Trust.STALE : Trust.TRUE;
    }

    /** Whether a reader is asked if it is still true: once a day is enough. */
    static boolean asksForConfirmation(
            @Nullable LocalDate confirmedOn, @Nullable LocalDate doubtedOn, LocalDate today) {
        return doubtedOn == null && !today.equals(confirmedOn);
    }
}
