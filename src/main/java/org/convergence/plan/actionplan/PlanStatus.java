package org.convergence.plan.actionplan;

/** The life-cycle status of a plan. */
public enum PlanStatus {
    /** Being written: everything may still change without a reason. */
    DRAFT,
    /** Adopted by a body: the adopted text is kept, changes are amendments. */
    ADOPTED,
    /** Closed: nothing changes. */
    CLOSED
}
