package org.convergence.plan.volunteering.domain;

/** What became of a sign-up. */
public enum SignUpState {
    /** The person said that she will do it. */
    TAKEN,
    /** It was done: its hours are part of the realisation. */
    DONE,
    /** The person cannot do it; the place is free again. */
    RELEASED
}
