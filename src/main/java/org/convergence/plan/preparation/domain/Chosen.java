package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a line.
 *
 * @param version 0 as long as nothing was decided
 * @param text the line's words in the next plan, with {@link Choice#REWORD} only
 * @param target another number for its target, {@code null} for the same
 * @param reason why it waits, with {@link Choice#POSTPONE}
 */
public record Chosen(
        int version,
        Choice choice,
        @Nullable String text,
        @Nullable BigDecimal target,
        @Nullable String reason) {

    /** The same at another version. */
    Chosen at(int now) {
        return new Chosen(now, choice, text, target, reason);
    }

    /** What a proposal comes to when it is accepted as it is; words of one's own it cannot bring. */
    static Chosen accepting(Proposal proposal) {
        Choice choice = proposal.choice() == Choice.REWORD ? Choice.KEEP : proposal.choice();
        return new Chosen(0, choice, null, proposal.target(), null);
    }
}
