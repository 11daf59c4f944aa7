package org.convergence.resources.dues;

/** What a call asks for. */
public enum CallKind {
    /** The dues of a year, by the rates in force. */
    ANNUAL,
    /** Something beside them, as for an anniversary: an amount for all, or a part of the dues. */
    APPEAL;

    /** The message that names it. */
    public String key() {
        return "dues.call.kind." + name();
    }
}
