package org.convergence.resources.membership;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A member's account on a day: unpaid invoices and the last payment. It never makes or ends a membership (R-MEMBER-1).
 *
 * @param owed unpaid amounts by currency; empty if everything is paid
 * @param overdueSince the earliest due date of the overdue amounts; {@code null} if none is overdue
 * @param delayUntil the last day of a delay granted for all of them; {@code null} for none
 * @param paidOn the day of the last payment; {@code null} for none
 */
public record MemberAccount(
        List<Money> owed,
        @Nullable LocalDate overdueSince,
        @Nullable LocalDate delayUntil,
        @Nullable LocalDate paidOn) {

    public MemberAccount {
        owed = List.copyOf(owed);
    }
}
