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
 * @param overdueSince the earliest due day of what is past due; {@code null} where nothing is
 * @param delayUntil the last day of a delay that was granted for all of that, {@code null} for none
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
