package org.convergence.plan.time.domain;

/** The state of a week's sheet. */
public enum SheetState {
    /** Being filled in. */
    DRAFT,
    /** Submitted for approval. */
    SUBMITTED,
    /** Returned, or reopened, with a reason: it may be changed again. */
    RETURNED,
    /** Approved: it cannot change. */
    APPROVED;

    /** Whether its owner may change it. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
