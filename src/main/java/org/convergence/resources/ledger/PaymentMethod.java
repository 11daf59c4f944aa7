package org.convergence.resources.ledger;

/** How money came. */
public enum PaymentMethod {
    CHEQUE,
    TRANSFER,
    CASH,
    CARD,
    OTHER,
    /** It did not come: what was paid before settles something else now. */
    INTERNAL;

    /** The message that names it. */
    public String key() {
        return "ledger.method." + name();
    }

    /** Whether it has to be brought to the bank. */
    public boolean isDeposited() {
        return this == CHEQUE || this == CASH;
    }
}
