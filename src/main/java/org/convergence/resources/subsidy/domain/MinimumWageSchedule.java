package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.convergence.platform.database.Refused;

/** The minimum wage of each day. */
public final class MinimumWageSchedule {

    private final NavigableMap<LocalDate, BigDecimal> rates;

    /** @param rates by the first day of each */
    public MinimumWageSchedule(Map<LocalDate, BigDecimal> rates) {
        this.rates = new TreeMap<>(rates);
    }

    /**
     * The minimum wage of a day.
     *
     * @throws Refused if none is known for that day
     */
    public BigDecimal on(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> rate = rates.floorEntry(day);
        if (rate == null) {
            throw new Refused("subsidy.refused.no-minimum", day);
        }
        return rate.getValue();
    }
}
