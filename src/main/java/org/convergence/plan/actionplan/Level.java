package org.convergence.plan.actionplan;

/** The levels of a plan's lines; a sub-action is an action that is part of another. */
public enum Level {
    PLAN,
    SECTION,
    OBJECTIVE,
    MEANS,
    ACTION
}
