package org.convergence.resources.ledger;

/** Why an invoice asks less than it did. */
public enum ReductionKind {
    /** It asked for too much: a later headcount, an error. */
    CREDIT,
    /** A body gave it up. */
    WRITE_OFF
}
