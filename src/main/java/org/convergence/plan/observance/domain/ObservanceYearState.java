package org.convergence.plan.observance.domain;

/** What became of a day in a year. */
public enum ObservanceYearState {
    /** It is prepared, or was marked. */
    PREPARED,
    /** It was decided to leave it out that year. */
    SKIPPED,
    /** It passed without an answer. */
    PASSED
}
