package org.convergence.resources.fund;

/** What a movement does to a fund. */
public enum FundMovementKind {
    /** Capital of an endowment, which is never used. */
    CAPITAL(1),
    /** Received or receivable. */
    RECEIVED(1),
    /** Interest and other income of the fund's money. */
    INCOME(1),
    /** From another fund, by a decision. */
    TRANSFER_IN(1),
    /** Used for its purpose. */
    RECOGNISED(-1),
    /** Given back. */
    REFUNDED(-1),
    /** To another fund, by a decision. */
    TRANSFER_OUT(-1);

    private final int sign;

    FundMovementKind(int sign) {
        this.sign = sign;
    }

    /** 1 if it adds to the fund, -1 if it takes from it. */
    public int sign() {
        return sign;
    }

    /** Whether it needs a resolution (R-FIN-4). */
    public boolean needsDecision() {
        return this == TRANSFER_IN || this == TRANSFER_OUT;
    }

    /** The message key of its name. */
    public String key() {
        return "fund.movement." + name();
    }
}
