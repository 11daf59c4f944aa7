package org.convergence.plan.actionplan;

/** The levels of a plan's lines; a sub-action is an action under another. */
public enum Level {
    PLAN,
    SECTION,
    OBJECTIVE,
    MEANS,
    ACTION
}
