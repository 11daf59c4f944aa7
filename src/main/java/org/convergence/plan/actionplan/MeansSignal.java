package org.convergence.plan.actionplan;

/** The alert level of a means, the gravest first. */
public enum MeansSignal {
    /** At least one action is late. */
    LATE,
    /** Progress is expected and nothing was done for some weeks. */
    QUIET,
    /** A firm action nears the end of its window, or missed a step of its rhythm. */
    WATCH,
    /** Something is under way or done, and nothing is wrong. */
    ON_TRACK,
    /** Nothing has begun yet, and nothing was due. */
    NOT_BEGUN,
    /** All its actions are done, apart from those set aside. */
    DONE,
    /** All its actions are postponed, without request or dropped. */
    AT_REST
}
