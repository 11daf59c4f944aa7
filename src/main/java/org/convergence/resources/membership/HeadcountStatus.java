package org.convergence.resources.membership;

/** How sure a headcount is, the surest first. */
public enum HeadcountStatus {
    /** Checked against something else than what the organisation says. */
    CONFIRMED,
    /** Said by the organisation. */
    DECLARED,
    /** Reckoned by us. */
    ESTIMATED;

    /** The message with its name. */
    public String key() {
        return "membership.headcount.status." + name();
    }
}
