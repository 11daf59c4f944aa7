package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a line.
 *
 * @param version 0 if there is no decision yet
 * @param text the line's text in the next plan, with {@link Choice#REWORD} only
 * @param target another number for its target, {@code null} to keep it
 * @param reason why it is postponed, with {@link Choice#POSTPONE}
 */
public record Chosen(
        int version,
        Choice choice,
        @Nullable String text,
        @Nullable BigDecimal target,
        @Nullable String reason) {

    /** A copy with another version. */
    Chosen at(int now) {
        return new Chosen(now, choice, text, target, reason);
    }

    /** The decision that accepts a proposal; it cannot bring another text. */
    static Chosen accepting(Proposal proposal) {
        Choice choice = proposal.choice() == Choice.REWORD ? Choice.KEEP : proposal.choice();
        return new Chosen(0, choice, null, proposal.target(), null);
    }
}
