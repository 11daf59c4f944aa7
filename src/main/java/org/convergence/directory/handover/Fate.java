package org.convergence.directory.handover;

/** What becomes of what someone holds when she leaves. */
public enum Fate {
    /** It passes to her successor. */
    PASSES,
    /** It ends on her last day. */
    ENDS,
    /** It is neither hers to pass nor ends by itself: whoever decides is told. */
    REMAINS
}
