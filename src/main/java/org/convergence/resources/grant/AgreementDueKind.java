package org.convergence.resources.grant;

/** A date of an agreement. */
public enum AgreementDueKind {
    /** What we owe the funder: a report, a claim. */
    DELIVERABLE,
    /** What the funder owes us. */
    INSTALMENT;

    /** The message key of its name. */
    public String key() {
        return "grant.agreement.due." + name();
    }
}
