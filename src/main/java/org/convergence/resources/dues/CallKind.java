package org.convergence.resources.dues;

/** The kinds of call. */
public enum CallKind {
    /** The dues of a year, by the rates in force. */
    ANNUAL,
    /** An amount asked besides the dues, as for an anniversary: the same for all, or a percentage of the dues. */
    APPEAL;

    /** The message key of its name. */
    public String key() {
        return "dues.call.kind." + name();
    }
}
