package org.convergence.resources.dues.domain;

/** Why a call for dues asks nothing of a member that is one on its reference date. */
public enum NotAsked {
    /** It has an invoice for some of the same time, by another call or as the member that it was before. */
    ASKED_BEFORE,
    /** It leaves before the time begins that is asked for. */
    LEAVES;

    /** The message that says so. */
    public String key() {
        return "dues.call.not-asked." + name();
    }
}
