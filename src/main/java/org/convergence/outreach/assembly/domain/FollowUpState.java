package org.convergence.outreach.assembly.domain;

/** How far a follow-up is. */
public enum FollowUpState {
    /** It comes back on each agenda of its body. */
    OPEN,
    DONE,
    /** It will not be done. */
    DROPPED
}
