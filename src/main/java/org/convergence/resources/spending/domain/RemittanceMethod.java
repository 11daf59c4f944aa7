package org.convergence.resources.spending.domain;

/** How expenses in a currency in which money was sent are converted. */
public enum RemittanceMethod {
    /** The first remittance is spent first. */
    FIRST_IN,
    /** All at the average of what is left. */
    WEIGHTED,
    /** At the published rate of the day, as if nothing had been sent. */
    PUBLISHED;

    /** The message key of its name. */
    public String key() {
        return "spending.remittance.method." + name();
    }
}
