package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementId;
import org.convergence.resources.gift.GiftCommitmentId;
import org.convergence.resources.gift.GiftId;
import org.convergence.resources.gift.GiftMethod;
import org.convergence.resources.ledger.PaymentId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A gift.
 *
 * @param number counted from 1 in the order of recording; it names the gift in the ledger and in funds, without its donor
 * @param donorName in the directory; {@code null} for an anonymous gift
 * @param homeAmount in the currency of the books, by the rate of the day
 * @param month the first day of the month of its commitment
 * @param payment {@code null} in kind
 * @param movement its movement in the fund; {@code null} if it may serve anything
 * @param isThanked whether a letter of thanks left, waits, or was handed over
 */
public record Gift(
        GiftId id,
        int version,
        int number,
        @Nullable OrganisationId organisation,
        @Nullable PersonId person,
        @Nullable String donorName,
        LocalDate receivedOn,
        Money amount,
        BigDecimal homeAmount,
        GiftMethod method,
        String reference,
        String description,
        String remark,
        @Nullable FundId fund,
        @Nullable String fundName,
        @Nullable GiftCommitmentId commitment,
        @Nullable LocalDate month,
        @Nullable PaymentId payment,
        @Nullable FundMovementId movement,
        @Nullable LocalDate reversedOn,
        String reversalReason,
        boolean isThanked) {

    static final String TABLE = "resources.gift";

    /** The donor; {@code null} for an anonymous gift. */
    public @Nullable Party donor() {
        return organisation != null ? organisation : person;
    }

    /** The month of its commitment; {@code null} for a gift of once. */
    public @Nullable YearMonth expectedMonth() {
        return month == null ? null : YearMonth.from(month);
    }
}
