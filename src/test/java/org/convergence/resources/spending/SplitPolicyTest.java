package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.SplitPolicy;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The parts of an expense sum to it. */
class SplitPolicyTest {

    private static ExpenseSplit percent(String percent) {
        return new ExpenseSplit(new BudgetLineId(UUID.randomUUID()), new BigDecimal(percent), null);
    }

    private static ExpenseSplit amount(String amount) {
        return new ExpenseSplit(new BudgetLineId(UUID.randomUUID()), null, new BigDecimal(amount));
    }

    @Test
    void givesTheRemainingCentToTheLargestPart() {
        assertThat(SplitPolicy.split(
                        Money.parse("CAD 100.00"), List.of(percent("33.3"), percent("33.4"), percent("33.3"))))
                .containsExactly(Money.parse("CAD 33.30"), Money.parse("CAD 33.40"), Money.parse("CAD 33.30"));
        assertThat(SplitPolicy.split(Money.parse("CAD 0.05"), List.of(percent("50"), percent("50"))))
                .containsExactly(Money.parse("CAD 0.02"), Money.parse("CAD 0.03"));
    }

    @Test
    void refusesSplitsThatDoNotSumToTheExpense() {
        Money hundred = Money.parse("CAD 100");
        assertThatThrownBy(() -> SplitPolicy.split(hundred, List.of(percent("60"), percent("30"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SplitPolicy.split(hundred, List.of(amount("60"), amount("40.01"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SplitPolicy.split(hundred, List.of(percent("60"), amount("40"))))
                .isInstanceOf(Refused.class);
        for (List<ExpenseSplit> outside :
                List.of(List.of(percent("200"), percent("-100")), List.of(percent("-10"), percent("110")))) {
            assertThatThrownBy(() -> SplitPolicy.split(hundred, outside))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.messageKey()).isEqualTo("spending.refused.percent"));
        }
        assertThatThrownBy(() -> SplitPolicy.split(hundred, List.of(amount("200"), amount("-100"))))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("spending.refused.negative"));
    }

    @Property(tries = 500)
    void partsSumToTheAmount(
            @ForAll @IntRange(min = 1, max = 1_000_000_000) int cents,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 10_000) Integer> weights) {
        Money amount = Money.ofMinor(CurrencyUnit.CAD, cents);
        List<Money> parts = SplitPolicy.distribute(
                amount, weights.stream().map(BigDecimal::valueOf).toList());
        assertThat(Money.total(parts)).isEqualTo(amount);
        assertThat(parts).noneMatch(Money::isNegative);
    }

    @Property(tries = 500)
    void partsOfFundersAndOurOwnPartSumToTheExpense(
            @ForAll @IntRange(min = 1, max = 1_000_000_000) int cents,
            @ForAll @IntRange(max = 10_000) int first,
            @ForAll @IntRange(max = 10_000) int second) {
        Money spent = Money.ofMinor(CurrencyUnit.CAD, cents);
        int funder = Math.min(first, second);
        int other = Math.max(first, second) - funder;
        List<Money> parts =
                SplitPolicy.split(spent, List.of(share(funder), share(other), share(10_000 - funder - other)));
        assertThat(parts.get(0).plus(parts.get(1)).plus(parts.get(2))).isEqualTo(spent);
        assertThat(parts).noneMatch(Money::isNegative);
    }

    /** @param hundredths of a percent */
    private static ExpenseSplit share(int hundredths) {
        return percent(BigDecimal.valueOf(hundredths, 2).toPlainString());
    }
}
