package org.convergence.plan.realisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Hours and copies of a realisation, each {@code null} if unknown. Hours are estimates until time is entered person by
 * person, and are shown as such.
 *
 * @param staffHours total hours of staff, 0 to 9,999
 * @param volunteerHours total hours of volunteers, 0 to 9,999
 * @param copies copies handed out, 0 to 10 million
 * @param quantity how many it counts for towards targets of realisations, 1 to 999: three periods in class are 3
 */
public record Amounts(
        @Nullable BigDecimal staffHours,
        @Nullable BigDecimal volunteerHours,
        @Nullable Integer copies,
        int quantity) {

    /** Maximum hours of one realisation. */
    public static final int MOST_HOURS = 9_999;

    /** Maximum copies of one realisation. */
    public static final int MOST_COPIES = 10_000_000;

    /** Maximum quantity of one realisation. */
    public static final int MOST_QUANTITY = 999;

    /** No amount is known. */
    public static final Amounts UNKNOWN = new Amounts(null, null, null);

    public Amounts {
        require(staffHours, MOST_HOURS);
        require(volunteerHours, MOST_HOURS);
        require(copies == null ? null : BigDecimal.valueOf(copies), MOST_COPIES);
        if (quantity < 1 || quantity > MOST_QUANTITY) {
            throw new IllegalArgumentException("a realisation counts for one at least");
        }
    }

    /** Creates amounts with quantity 1. */
    public Amounts(@Nullable BigDecimal staffHours, @Nullable BigDecimal volunteerHours, @Nullable Integer copies) {
        this(staffHours, volunteerHours, copies, 1);
    }

    private static void require(@Nullable BigDecimal number, int most) {
        if (number != null && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0)) {
            throw new IllegalArgumentException("between 0 and " + most);
        }
    }
}
