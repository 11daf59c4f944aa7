package org.convergence.resources.gift.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.platform.database.Refused;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.jspecify.annotations.Nullable;

/** When a gift can be recorded, and which month of a commitment is awaited (R-GIFT-1 to R-GIFT-4). */
public final class GiftPolicy {

    /** How long after its day a monthly gift is still on its way. */
    public static final int GRACE_DAYS = 7;

    /** A gift of an earlier day is a slip of the keyboard. */
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    private GiftPolicy() {}

    /**
     * Checks a gift.
     *
     * @throws Refused if it is of the future or from before 1950, of no amount, or in kind without telling what it is
     */
    public static void requireSound(GiftFacts facts, LocalDate today) {
        if (facts.receivedOn().isAfter(today)) {
            throw new Refused("gift.refused.future");
        }
        if (facts.receivedOn().isBefore(EARLIEST)) {
            throw new Refused("gift.refused.past", String.valueOf(EARLIEST.getYear()));
        }
        if (facts.method() == GiftMethod.IN_KIND && facts.description().isEmpty()) {
            throw new Refused("gift.refused.description");
        }
        if (facts.method().isMoney() && !facts.amount().isPositive()) {
            throw new Refused("gift.refused.amount");
        }
    }

    /**
     * Whether a gift received on a day is still for an appeal (R-GIFT-3).
     *
     * @param closesOn its last day; {@code null} while it has no end
     */
    public static boolean isOpen(LocalDate opensOn, @Nullable LocalDate closesOn, LocalDate day) {
        return !day.isBefore(opensOn) && (closesOn == null || !day.isAfter(closesOn));
    }

    /**
     * The month of a commitment that is awaited next, be it past or to come; {@code null} after its last.
     *
     * @param settled the months received or excused
     */
    public static @Nullable YearMonth nextMonth(YearMonth first, @Nullable YearMonth last, Set<YearMonth> settled) {
        return Stream.iterate(first, month -> month.plusMonths(1))
                .filter(month -> !settled.contains(month))
                .findFirst()
                .filter(month -> last == null || !month.isAfter(last))
                .orElse(null);
    }

    /** The day from which a month of a commitment is missing (R-GIFT-2). */
    public static LocalDate missingFrom(YearMonth month, int day) {
        return month.atDay(day).plusDays(GRACE_DAYS);
    }
}
