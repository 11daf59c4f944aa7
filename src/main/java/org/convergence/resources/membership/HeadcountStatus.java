package org.convergence.resources.membership;

/** How certain a headcount is, the most certain first. */
public enum HeadcountStatus {
    /** Checked against a source other than the organisation. */
    CONFIRMED,
    /** Declared by the organisation. */
    DECLARED,
    /** Estimated by us. */
    ESTIMATED;

    /** The message key of its name. */
    public String key() {
        return "membership.headcount.status." + name();
    }
}
