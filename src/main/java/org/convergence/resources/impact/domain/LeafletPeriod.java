package org.convergence.resources.impact.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;

/**
 * The period of a leaflet.
 *
 * @param from first day
 * @param to last day, at most five years after the first
 */
public record LeafletPeriod(LocalDate from, LocalDate to) {

    private static final int MOST_YEARS = 5;

    /** @throws Refused if it ends before it begins, or is longer than five years */
    public LeafletPeriod {
        if (to.isBefore(from)) {
            throw new Refused("impact.refused.order");
        }
        if (!to.isBefore(from.plusYears(MOST_YEARS))) {
            throw new Refused("impact.refused.long", MOST_YEARS);
        }
    }
}
