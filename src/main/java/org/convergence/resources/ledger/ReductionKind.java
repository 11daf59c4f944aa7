package org.convergence.resources.ledger;

/** Why an invoice asks less than its total. */
public enum ReductionKind {
    /** The invoice asked too much: a later headcount, an error. */
    CREDIT,
    /** A body decided to give up the debt. */
    WRITE_OFF
}
