package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import org.convergence.plan.actionplan.EffortSize;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a line, and why.
 *
 * @param effort the size that its hours showed, {@code null} where that foreseen stays
 * @param target what its target could be, {@code null} where it stays
 */
public record Proposal(
        Choice choice,
        Reason reason,
        @Nullable EffortSize effort,
        @Nullable BigDecimal target) {

    /** Why; each is a sentence of the sheet. */
    public enum Reason {
        DROPPED,
        COMPLETED,
        QUIET_TWICE,
        POSTPONED,
        POSTPONED_TWICE,
        NOT_ASKED,
        NOT_CALLED,
        NO_MEANS,
        NOT_BEGUN,
        NOT_BEGUN_TWICE,
        BEGUN_LATE,
        FAR_FROM_TARGET,
        DONE,
        DONE_IN_OTHER_HOURS,
        UNDER_WAY,
        TO_COME
    }
}
