package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a line.
 *
 * @param version 0 if there is no decision yet
 * @param text the line's text in the next plan, with {@link PreparationChoice#REWORD} only
 * @param target another number for its target, {@code null} to keep it
 * @param reason why it is postponed, with {@link PreparationChoice#POSTPONE}
 */
public record LineChoice(
        int version,
        PreparationChoice choice,
        @Nullable String text,
        @Nullable BigDecimal target,
        @Nullable String reason) {

    /** The decision that accepts a proposal; it cannot bring another text. */
    static LineChoice fromProposal(PreparationProposal proposal) {
        PreparationChoice choice =
                proposal.choice() == PreparationChoice.REWORD ? PreparationChoice.KEEP : proposal.choice();
        return new LineChoice(0, choice, null, proposal.target(), null);
    }
}
