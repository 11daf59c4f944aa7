package org.convergence.outreach.assembly.domain;

/** The state of the minutes of a meeting (R-GOV-14). */
public enum MinutesState {
    /** The meeting is not held yet. */
    NONE,
    /** In progress. */
    DRAFT,
    /** Adopted by a later meeting, or on a day. */
    ADOPTED,
    /** Signed, and read-only. */
    SIGNED
}
