package org.convergence.resources.grant;

/** A date of an agreement. */
public enum AgreementDueKind {
    /** What we owe the funder: a report, a claim. */
    DELIVERABLE,
    /** What the funder owes us. */
    INSTALMENT,
    /** A balance that goes back to the funder. */
    REFUND;

    /** Whether money moves. */
    public boolean isMoney() {
        return this != DELIVERABLE;
    }

    /** The message key of the gesture that says it is done. */
    public String doneKey() {
        return switch (this) {
            case DELIVERABLE -> "grant.agreement.mark-done";
            case INSTALMENT -> "grant.agreement.mark-received";
            case REFUND -> "grant.agreement.mark-returned";
        };
    }

    /** The message key of its name. */
    public String key() {
        return "grant.agreement.due." + name();
    }
}
