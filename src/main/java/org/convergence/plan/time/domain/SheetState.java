package org.convergence.plan.time.domain;

/** How far a week's sheet is. */
public enum SheetState {
    /** Being filled in. */
    DRAFT,
    /** Handed in: whoever approves has it. */
    SUBMITTED,
    /** Given back, or reopened, with a reason: it is filled in again. */
    RETURNED,
    /** Approved: nothing in it changes any more. */
    APPROVED;

    /** Whether its owner may change it. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
