package org.convergence.resources.membership;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a member's account says on a day: what was asked for and not paid, and what the bank saw. Nothing here makes a member
 * or unmakes one (R-MEMBER-1).
 *
 * @param owed what is still to be paid of what was asked for, by currency; empty where everything is paid
 * @param overdueSince the earliest day by which something was to be paid that is not; {@code null} where nothing is late
 * @param delayUntil the last day of a delay that was granted for it, {@code null} for none
 * @param paidOn the day of the last payment, {@code null} for none
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
