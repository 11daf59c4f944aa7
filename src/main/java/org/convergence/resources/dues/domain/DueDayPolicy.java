package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/** For which day an invoice is asked: that of its call, or where that has passed, one of its own, never before its issue. */
final class DueDayPolicy {

    /** What one has to pay where nothing else is said. */
    static final int DAYS_TO_PAY = 30;

    private DueDayPolicy() {}

    /** Whether invoices that are issued on a day need a day of their own: the call asked others before, and its day is behind. */
    static boolean isLate(CallKeeping.Kept call, LocalDate on) {
        return call.issuedOn() != null && call.facts().dueOn().isBefore(on);
    }

    /**
     * The due day of an invoice that is issued on a day.
     *
     * @param said for late ones; {@code null} where nothing was said
     * @throws Refused where the call's day is behind and can still be said anew, or where the one of their own is lacking
     *     or behind
     */
    static LocalDate dueOn(CallKeeping.Kept call, LocalDate on, @Nullable LocalDate said) {
        if (!call.facts().dueOn().isBefore(on)) {
            return call.facts().dueOn();
        }
        if (isLate(call, on) && said == null) {
            throw new Refused("dues.refused.late-due");
        }
        if (said == null || !isLate(call, on) || said.isBefore(on)) {
            throw new Refused("dues.refused.due");
        }
        return said;
    }
}
