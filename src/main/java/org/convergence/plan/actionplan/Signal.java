package org.convergence.plan.actionplan;

/** What a means, as a whole, asks of who looks at the plan; the gravest first. */
public enum Signal {
    /** At least one action is late. */
    LATE,
    /** Something is expected to move and nothing was done for some weeks. */
    QUIET,
    /** A firm action nears the end of its window, or missed a step of its rhythm. */
    WATCH,
    /** Something is under way or done, and nothing is wrong. */
    ON_TRACK,
    /** Nothing has begun yet, and nothing had to. */
    NOT_BEGUN,
    /** All its actions are done, as far as they were kept. */
    DONE,
    /** All its actions are postponed, without request or dropped. */
    AT_REST
}
