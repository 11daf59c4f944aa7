package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitmentId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
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
 * @param isThanked whether a letter of thanks left, or was handed over
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
        boolean isThanked,
        boolean isThanksWaiting) {

    static final String TABLE = "resources.gift";

    /** The donor; {@code null} for an anonymous gift. */
    public @Nullable Party donor() {
        return organisation != null ? organisation : person;
    }

    /** The month of its commitment; {@code null} for a gift of once. */
    public @Nullable YearMonth expectedMonth() {
        return month == null ? null : YearMonth.from(month);
    }

    /** How a gift came. */
    public enum GiftMethod {
        CHEQUE,
        TRANSFER,
        CASH,
        /** On line, through an outside page. */
        CARD,
        /** A thing: it enters neither the ledger nor a fund. */
        IN_KIND;

        /** The method of a payment in the ledger. */
        public static GiftMethod of(PaymentMethod method) {
            return switch (method) {
                case CHEQUE -> CHEQUE;
                case CASH -> CASH;
                case CARD -> CARD;
                case TRANSFER, OTHER, INTERNAL -> TRANSFER;
            };
        }

        /** The same method in the ledger. */
        public PaymentMethod toPayment() {
            return switch (this) {
                case CHEQUE -> PaymentMethod.CHEQUE;
                case TRANSFER -> PaymentMethod.TRANSFER;
                case CASH -> PaymentMethod.CASH;
                case CARD -> PaymentMethod.CARD;
                case IN_KIND -> PaymentMethod.OTHER;
            };
        }

        /** Whether it is money. */
        public boolean isMoney() {
            return this != IN_KIND;
        }

        /** The message key of its name. */
        public String key() {
            return "gift.method." + name();
        }
    }

    /**
     * What is known of a gift.
     *
     * @param donor {@code null} for an anonymous gift
     * @param amount above zero; of a thing its value, or zero where that is not known
     * @param reference the number of a cheque or transfer, in at most 100 characters; may be empty
     * @param description what was given in kind, in at most 300 characters; empty for money
     * @param remark at most 500 characters; may be empty
     * @param fund the fund, or that of the appeal, that it is restricted to; {@code null} if it may serve anything
     */
    public record GiftFacts(
            @Nullable Party donor,
            LocalDate receivedOn,
            Money amount,
            GiftMethod method,
            String reference,
            String description,
            String remark,
            @Nullable FundId fund) {}

    /** The id of a gift. */
    public record GiftId(UUID value) implements Identifier {}
}
