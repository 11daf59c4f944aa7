package org.convergence.plan.observance.domain;

/** Why a day returns each year. */
public enum ObservanceKind {
    /** It is marked: what matters is that its preparation begins in time. */
    DAY,
    /** Something is filed, paid or renewed by then: it is late only after its day. */
    DEADLINE
}
