package org.convergence.plan.actionplan;

/**
 * How firmly an action is promised. A plan may set several conditions on an action; its commitment is the first of them
 * in the order below, else firm. Only a firm action can be late.
 */
public enum Commitment {
    /** Done if funding is found. */
    IF_FUNDED,
    /** Done on request. */
    ON_REQUEST,
    /** Done when events call for it. */
    IF_SITUATION_CALLS,
    /** Done as far as the team's capacity allows. */
    IF_CAPACITY_ALLOWS,
    /** Promised without condition. */
    FIRM
}
