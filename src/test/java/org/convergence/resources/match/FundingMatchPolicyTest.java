package org.convergence.resources.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.convergence.resources.match.domain.FundingMatchPolicy;
import org.convergence.resources.match.domain.FundingMatchPolicy.FundersMoney;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause.MatchBase;
import org.convergence.resources.spending.BudgetMatches.StackingState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a clause asks, what counts, and stacking (vector V6 of the project rules). */
class FundingMatchPolicyTest {

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static MatchClause clause(MatchBase base, String figure, String wages, boolean inKindInCost) {
        return new MatchClause(1, "7.2", base, of(figure), of("50"), of("90"), of(wages), inKindInCost);
    }

    @Test
    void percentOfTheCostIsMoreThanThatPercentOfTheGrant() {
        assertThat(FundingMatchPolicy.required(clause(MatchBase.COST, "25", "0", false), of("75000")))
                .isEqualByComparingTo("25000");
        assertThat(FundingMatchPolicy.required(clause(MatchBase.GRANT, "25", "0", false), of("75000")))
                .isEqualByComparingTo("18750");
        assertThat(FundingMatchPolicy.required(clause(MatchBase.AMOUNT, "9000", "0", false), of("75000")))
                .isEqualByComparingTo("9000");
    }

    @Test
    void giftsInKindCountUpToTheirLimit() {
        BigDecimal most = FundingMatchPolicy.inKindMost(clause(MatchBase.COST, "25", "0", false), of("25000"));
        assertThat(most).isEqualByComparingTo("12500");
        assertThat(FundingMatchPolicy.missing(of("25000"), most, of("10000"), of("14000")))
                .isEqualByComparingTo("2500");
        assertThat(FundingMatchPolicy.missing(of("25000"), null, of("10000"), of("14000")))
                .isEqualByComparingTo("1000");
        assertThat(FundingMatchPolicy.missing(of("25000"), most, of("30000"), of("0")))
                .isZero();
    }

    @Test
    void publicMoneyAboveItsShareIsAnExcess() {
        // V6: 80 000 of this funder, 13 000 of another, 7 000 of our own
        StackingState state = stacking(clause(MatchBase.COST, "20", "0", false));
        assertThat(state.publicMoney()).isEqualByComparingTo("93000");
        assertThat(state.cost()).isEqualByComparingTo("100000");
        assertThat(FundingMatchPolicy.stackingExcess(state)).isEqualByComparingTo("3000");
    }

    @Test
    void giftsInKindCountInTheCostWhereTheAgreementSaysSo() {
        // V6: with 7 000 in kind in the denominator
        StackingState state = stacking(clause(MatchBase.COST, "20", "0", true));
        assertThat(FundingMatchPolicy.stackingExcess(state)).isZero();
        assertThat(state.share()).isEqualByComparingTo("86.9");
    }

    @Test
    void wageSubsidiesCountOnBothSidesWhereTheAgreementSaysSo() {
        StackingState state = stacking(clause(MatchBase.COST, "20", "5000", false));
        assertThat(state.publicMoney()).isEqualByComparingTo("98000");
        assertThat(state.cost()).isEqualByComparingTo("105000");
    }

    private static StackingState stacking(MatchClause clause) {
        return Objects.requireNonNull(stacking(clause, true, new FundersMoney(of("13000"), of("0"), of("0"))));
    }

    private static @Nullable StackingState stacking(MatchClause clause, boolean publicGrant, FundersMoney funders) {
        return FundingMatchPolicy.stacking(clause, of("80000"), publicGrant, funders, of("20000"), of("7000"));
    }

    @Test
    void privateFundersCountInTheCostAlone() {
        MatchClause clause = clause(MatchBase.COST, "20", "0", false);
        StackingState state =
                Objects.requireNonNull(stacking(clause, true, new FundersMoney(of("3000"), of("10000"), of("0"))));
        assertThat(state.publicMoney()).isEqualByComparingTo("83000");
        assertThat(state.cost()).isEqualByComparingTo("100000");
        assertThat(FundingMatchPolicy.stackingExcess(state)).isZero();
        StackingState foundation =
                Objects.requireNonNull(stacking(clause, false, new FundersMoney(of("13000"), of("0"), of("0"))));
        assertThat(foundation.publicMoney()).isEqualByComparingTo("13000");
        assertThat(foundation.privateMoney()).isEqualByComparingTo("80000");
    }
}
