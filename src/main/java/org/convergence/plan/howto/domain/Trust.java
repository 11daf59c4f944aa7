package org.convergence.plan.howto.domain;

/** How far a how-to can be trusted; those that need review come first. */
public enum Trust {
    /** A reader marked it to correct. */
    TO_CORRECT,
    /** Not confirmed for a year. */
    STALE,
    /** Written or confirmed within a year. */
    TRUE
}
