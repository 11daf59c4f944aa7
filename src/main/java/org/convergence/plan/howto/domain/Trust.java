package org.convergence.plan.howto.domain;

/** How far a how-to can be trusted; those that ask for an eye come first. */
public enum Trust {
    /** Someone who used it said that it is to be corrected. */
    TO_CORRECT,
    /** Nobody has said for a year that it is still true. */
    STALE,
    /** Written, or said to be true, within a year. */
    TRUE
}
