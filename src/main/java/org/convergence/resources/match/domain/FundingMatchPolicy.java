package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.convergence.resources.spending.BudgetMatches.StackingState;
import org.jspecify.annotations.Nullable;

/** What a clause asks, what counts towards it, and stacking (R-GRANT-6, R-GRANT-19). Amounts are in one currency. */
public final class FundingMatchPolicy {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FundingMatchPolicy() {}

    /** The sum to find; a percent p of the cost is p / (100 − p) of the grant (R-GRANT-2). */
    public static BigDecimal required(MatchClause clause, BigDecimal grant) {
        BigDecimal figure = clause.figure();
        return switch (clause.base()) {
            case AMOUNT -> figure.setScale(2, RoundingMode.HALF_UP);
            case GRANT -> percent(grant, figure);
            case COST -> grant.multiply(figure).divide(HUNDRED.subtract(figure), 2, RoundingMode.HALF_UP);
        };
    }

    /** The most that counts in kind; {@code null} without a limit. */
    public static @Nullable BigDecimal inKindMost(MatchClause clause, BigDecimal required) {
        return clause.inKindPercent() == null ? null : percent(required, clause.inKindPercent());
    }

    private static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    /** What is missing; gifts in kind count up to their limit. */
    public static BigDecimal missing(
            BigDecimal required, @Nullable BigDecimal inKindMost, BigDecimal cash, BigDecimal inKind) {
        BigDecimal counted = inKindMost == null ? inKind : inKind.min(inKindMost);
        return required.subtract(cash).subtract(counted).max(BigDecimal.ZERO.setScale(2));
    }

    /**
     * Public money over cost, as the clause counts both.
     *
     * @param publicGrant whether this funder's money is public
     * @param funders money of other funders, as it counts
     * @param cash all money that matches, with that of other funders
     * @return {@code null} if the clause sets no limit, or there is no cost yet
     */
    public static @Nullable StackingState stacking(
            MatchClause clause,
            BigDecimal grant,
            boolean publicGrant,
            FundersMoney funders,
            BigDecimal cash,
            BigDecimal inKind) {
        BigDecimal gifts = clause.inKindInCost() ? inKind : BigDecimal.ZERO.setScale(2);
        BigDecimal publicMoney = (publicGrant ? grant : BigDecimal.ZERO.setScale(2))
                .add(funders.publicMoney())
                .add(clause.wageSubsidies());
        BigDecimal cost = grant.add(cash).add(clause.wageSubsidies()).add(gifts);
        return clause.stackingPercent() == null || cost.signum() <= 0
                ? null
                : new StackingState(
                        publicMoney,
                        clause.wageSubsidies(),
                        cost,
                        gifts,
                        publicMoney.multiply(HUNDRED).divide(cost, 1, RoundingMode.HALF_UP),
                        clause.stackingPercent(),
                        publicGrant
                                ? funders.privateMoney()
                                : funders.privateMoney().add(grant),
                        funders.unknown(),
                        null);
    }

    /**
     * Money of other funders (R-GRANT-6).
     *
     * @param unknown the part of the public money of which nobody said whether it is
     */
    public record FundersMoney(BigDecimal publicMoney, BigDecimal privateMoney, BigDecimal unknown) {}

    /** How much public money exceeds its highest share of the cost; zero if it does not. */
    public static BigDecimal stackingExcess(StackingState state) {
        BigDecimal most = state.cost().multiply(state.most()).divide(HUNDRED, 2, RoundingMode.DOWN);
        return state.publicMoney().subtract(most).max(BigDecimal.ZERO.setScale(2));
    }

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
}
