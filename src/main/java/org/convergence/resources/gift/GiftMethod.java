package org.convergence.resources.gift;

import org.convergence.resources.ledger.PaymentMethod;

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
