package org.convergence.plan.actionplan;

/** The levels of a plan's lines; a sub-action is an action under another. */
public enum LineLevel {
    PLAN,
    SECTION,
    OBJECTIVE,
    MEANS,
    ACTION
}
