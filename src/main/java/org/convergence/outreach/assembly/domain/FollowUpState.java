package org.convergence.outreach.assembly.domain;

/** The state of a follow-up. */
public enum FollowUpState {
    /** Returns on each agenda of its body. */
    OPEN,
    DONE,
    /** It will not be done. */
    DROPPED
}
