package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement asks for beside its money.
 *
 * @param clause its number, in at most 100 characters; may be empty
 * @param figure an amount, or a percent of the grant or of the cost
 * @param inKindPercent the most of the match that may be in kind; {@code null} without a limit
 * @param stackingPercent the highest share of public money; {@code null} without a limit
 * @param wageSubsidies counted as public money; zero if the clause leaves them out
 * @param inKindInCost whether gifts in kind count in the cost
 */
public record MatchClause(
        int version,
        String clause,
        MatchBase base,
        BigDecimal figure,
        @Nullable BigDecimal inKindPercent,
        @Nullable BigDecimal stackingPercent,
        BigDecimal wageSubsidies,
        boolean inKindInCost) {

    /** What the figure is. */
    public enum MatchBase {
        AMOUNT,
        /** A percent of the grant. */
        GRANT,
        /** A percent of the whole cost. */
        COST;

        /** The message key of its name. */
        public String key() {
            return "match.base." + name();
        }
    }
}
