package org.convergence.outreach.assembly.domain;

/** How far the minutes of a meeting are (R-GOV-14). */
public enum MinutesState {
    /** Nobody has said yet that the meeting took place. */
    NONE,
    /** Being written. */
    DRAFT,
    /** Adopted by a later meeting, or on a day. */
    ADOPTED,
    /** Signed: nothing of them changes any more. */
    SIGNED
}
