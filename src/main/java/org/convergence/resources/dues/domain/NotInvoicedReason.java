package org.convergence.resources.dues.domain;

/** The reason why a call for dues sends no invoice to a member on its reference date. */
public enum NotInvoicedReason {
    /** The member is invoiced for part of the period, by another call or under an earlier membership. */
    ASKED_BEFORE,
    /** The member leaves before the period begins. */
    LEAVES;

    /** The message key of the reason. */
    public String key() {
        return "dues.call.not-asked." + name();
    }
}
