package org.convergence.outreach.assembly.domain;

/** In what quality someone sits. */
public enum SeatRole {
    /** Titulaire. */
    HOLDER,
    /** Substitut, who sits where the holder does not. */
    SUBSTITUTE
}
