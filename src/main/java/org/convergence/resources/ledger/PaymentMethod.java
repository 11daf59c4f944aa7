package org.convergence.resources.ledger;

/** How a payment was made. */
public enum PaymentMethod {
    CHEQUE,
    TRANSFER,
    CASH,
    CARD,
    OTHER,
    /** No new money: part of an earlier payment is allocated to something else. */
    INTERNAL;

    /** The message key of its name. */
    public String key() {
        return "ledger.method." + name();
    }
}
