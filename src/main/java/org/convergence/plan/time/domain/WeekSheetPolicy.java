package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convergence.platform.database.Refused;

/** The rules of a week's sheet (R-TIME-3, R-TIME-4). */
final class WeekSheetPolicy {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private WeekSheetPolicy() {}

    /** Refuses a day of more than 24 hours, and the same post twice on a day. */
    static void requirePossible(Collection<HoursCell> cells) {
        byDay(cells).forEach((day, hours) -> {
            if (hours.compareTo(DAY) > 0) {
                throw new Refused("time.refused.day", day, hours);
            }
        });
        if (cells.stream()
                        .map(cell -> cell.post().key() + cell.day())
                        .distinct()
                        .count()
                < cells.size()) {
            throw new IllegalArgumentException("one cell per post and day");
        }
    }

    static Map<LocalDate, BigDecimal> byDay(Collection<HoursCell> cells) {
        Map<LocalDate, BigDecimal> sums = new TreeMap<>();
        cells.forEach(cell -> sums.merge(cell.day(), cell.hours(), BigDecimal::add));
        return sums;
    }

    /**
     * Refuses a decision on one's own hours, on a contract that names another approver, or on a sheet in the wrong
     * state.
     */
    static void requireDecidable(boolean hers, boolean named, boolean ready) {
        if (hers) {
            throw new Refused("time.refused.own-sheet");
        }
        if (!named) {
            throw new Refused("time.refused.other-approver");
        }
        if (!ready) {
            throw new Refused("time.refused.sheet-state");
        }
    }

    /** Splits hours in parts that differ by a quarter of an hour at most and add up to the whole. */
    static List<BigDecimal> split(BigDecimal hours, int parts) {
        BigDecimal step = hours.remainder(QUARTER).signum() == 0 ? QUARTER : CENT;
        long units = hours.divideToIntegralValue(step).longValueExact();
        List<BigDecimal> shares = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            long own = units / parts + (i < units % parts ? 1 : 0);
            shares.add(step.multiply(BigDecimal.valueOf(own)));
        }
        return shares;
    }
}
