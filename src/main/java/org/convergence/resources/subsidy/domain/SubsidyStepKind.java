package org.convergence.resources.subsidy.domain;

/** A step of a subsidised position, in the usual order. */
public enum SubsidyStepKind {
    APPLICATION,
    POSTING,
    CHOICE,
    /** The signed agreement goes back to the funder. */
    AGREEMENT,
    FIRST_DAY,
    FINAL_REPORT,
    LAST_CLAIM;

    /** The message key of its name. */
    public String key() {
        return "subsidy.step." + name();
    }
}
