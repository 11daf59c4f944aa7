package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hours on a line of a sheet on a day.
 *
 * @param hours above zero, in hundredths
 */
public record HoursCell(TimePost post, LocalDate day, BigDecimal hours) {

    public HoursCell {
        hours = hours.setScale(2, RoundingMode.HALF_UP);
        if (hours.signum() <= 0) {
            throw new IllegalArgumentException("hours are above zero");
        }
    }

    /** The place of hours: one cell for a post on a day. */
    record CellPlace(TimePost post, LocalDate day) {}

    CellPlace place() {
        return new CellPlace(post, day);
    }

    /**
     * The cells by place, in order.
     *
     * @throws IllegalStateException if two have the same place
     */
    static Map<CellPlace, HoursCell> byPlace(Collection<HoursCell> cells) {
        return cells.stream()
                .collect(Collectors.toMap(
                        HoursCell::place,
                        cell -> cell,
                        (one, other) -> {
                            throw new IllegalStateException("one cell per post and day");
                        },
                        LinkedHashMap::new));
    }
}
