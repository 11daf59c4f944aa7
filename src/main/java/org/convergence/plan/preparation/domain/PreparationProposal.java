package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import org.convergence.plan.actionplan.EffortSize;
import org.jspecify.annotations.Nullable;

/**
 * The proposal for a line, with its reason.
 *
 * @param effort the size according to its hours, {@code null} to keep the estimate
 * @param target the proposed number of its target, {@code null} to keep it
 */
public record PreparationProposal(
        PreparationChoice choice,
        ProposalReason reason,
        @Nullable EffortSize effort,
        @Nullable BigDecimal target) {

    /** The reason; each is a sentence of the sheet. */
    public enum ProposalReason {
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
