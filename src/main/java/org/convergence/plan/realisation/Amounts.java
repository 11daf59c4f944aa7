package org.convergence.plan.realisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What it took and what was handed out, each {@code null} where nobody said. The hours are estimates until time is
 * entered person by person, and are shown as such.
 *
 * @param staffHours hours of staff, all together, 0 to 9,999
 * @param volunteerHours hours of volunteers, all together, 0 to 9,999
 * @param copies copies handed out, 0 to 10 million
 * @param quantity for how many it counts towards targets of realisations, 1 to 999: three periods in class are 3
 */
public record Amounts(
        @Nullable BigDecimal staffHours,
        @Nullable BigDecimal volunteerHours,
        @Nullable Integer copies,
        int quantity) {

    /** The most hours of one realisation. */
    public static final int MOST_HOURS = 9_999;

    /** The most copies of one realisation. */
    public static final int MOST_COPIES = 10_000_000;

    /** The most for which one realisation counts. */
    public static final int MOST_QUANTITY = 999;

    /** Nobody said. */
    public static final Amounts UNKNOWN = new Amounts(null, null, null);

    public Amounts {
        require(staffHours, MOST_HOURS);
        require(volunteerHours, MOST_HOURS);
        require(copies == null ? null : BigDecimal.valueOf(copies), MOST_COPIES);
        if (quantity < 1 || quantity > MOST_QUANTITY) {
            throw new IllegalArgumentException("a realisation counts for one at least");
        }
    }

    /** Of what counts for one. */
    public Amounts(@Nullable BigDecimal staffHours, @Nullable BigDecimal volunteerHours, @Nullable Integer copies) {
        this(staffHours, volunteerHours, copies, 1);
    }

    private static void require(@Nullable BigDecimal number, int most) {
        if (number != null && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0)) {
            throw new IllegalArgumentException("between 0 and " + most);
        }
    }
}
