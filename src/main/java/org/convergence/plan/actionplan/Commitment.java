package org.convergence.plan.actionplan;

/**
 * How far an action is promised. A plan may set several conditions on one action; its commitment is the first of them in
 * the order below, else firm. Only a firm action can be late.
 */
public enum Commitment {
    /** Done if the money for it is found. */
    IF_FUNDED,
    /** Done when somebody asks for it. */
    ON_REQUEST,
    /** Done when events call for it. */
    IF_SITUATION_CALLS,
    /** Done as far as the team's hours and strength allow. */
    IF_CAPACITY_ALLOWS,
    /** Promised without condition. */
    FIRM
}
