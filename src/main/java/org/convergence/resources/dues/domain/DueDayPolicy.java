package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/** The due day of an invoice: that of its call or, once that has passed, one of its own, never before its issue. */
final class DueDayPolicy {

    /** The days to pay by default. */
    static final int DAYS_TO_PAY = 30;

    private DueDayPolicy() {}

    /** Whether invoices issued on a day need their own due day: the call is issued, and its due day has passed. */
    static boolean isLate(DuesCallService.StoredCall call, LocalDate on) {
        return call.issuedOn() != null && call.facts().dueOn().isBefore(on);
    }

    /**
     * The due day of an invoice issued on a day.
     *
     * @param said the due day entered for late invoices; {@code null} for none
     * @throws Refused if the call's due day has passed and can still be corrected, or if the given day is missing or
     *     has passed
     */
    static LocalDate dueOn(DuesCallService.StoredCall call, LocalDate on, @Nullable LocalDate said) {
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
