package org.convergence.outreach.assembly.domain;

/** The role in a seat. */
public enum SeatRole {
    /** Titulaire. */
    HOLDER,
    /** Substitut, in the absence of the holder. */
    SUBSTITUTE
}
