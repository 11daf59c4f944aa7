package org.convergence.plan.actionplan;

/** How far a plan is in its own life. */
public enum PlanStatus {
    /** Being written: everything in it may still change without a word. */
    DRAFT,
    /** Adopted by a body: its text is kept as adopted, changes to it are amendments. */
    ADOPTED,
    /** Over: nothing in it changes any more. */
    CLOSED
}
