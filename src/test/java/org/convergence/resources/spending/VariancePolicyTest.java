package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.resources.spending.domain.VariancePolicy;
import org.junit.jupiter.api.Test;

/** When a variance is explained (R-GRANT-13), and the years of a budget. */
class VariancePolicyTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    @Test
    void asksOnlyBeyondTheShareAndTheAmount() {
        assertThat(needsReason("96000", "9600.00")).isFalse();
        assertThat(needsReason("96000", "9600.01")).isTrue();
        assertThat(needsReason("96000", "-9600.01")).isTrue();
        assertThat(needsReason("1000", "500.00")).isFalse();
        assertThat(needsReason("1000", "500.01")).isTrue();
        assertThat(needsReason("0", "500.01")).isTrue();
    }

    private static boolean needsReason(String budget, String variance) {
        return VariancePolicy.needsReason(new BigDecimal(budget), new BigDecimal(variance));
    }

    @Test
    void expectsTheShareOfTheTimeGoneAndAllAtTheEnd() {
        BigDecimal budget = new BigDecimal("7300.00");
        assertThat(VariancePolicy.expected(budget, FIRST, LAST, FIRST)).isEqualByComparingTo("10.00");
        assertThat(VariancePolicy.expected(budget, FIRST, LAST, LocalDate.of(2026, 3, 31)))
                .isEqualByComparingTo("3650.00");
        assertThat(VariancePolicy.expected(budget, FIRST, LAST, LAST)).isEqualByComparingTo(budget);
        assertThat(VariancePolicy.expected(budget, FIRST, LAST, LAST.plusYears(1)))
                .isEqualByComparingTo(budget);
        assertThat(VariancePolicy.expected(budget, FIRST, LAST, FIRST.minusDays(1)))
                .isZero();
    }

    @Test
    void countsYearsFromTheFirstDay() {
        assertThat(BudgetPeriod.yearOf(FIRST, LAST, LocalDate.of(2026, 3, 31)))
                .isEqualTo(new BudgetPeriod(FIRST, LocalDate.of(2026, 3, 31)));
        assertThat(BudgetPeriod.yearOf(FIRST, LAST, LocalDate.of(2026, 4, 1)))
                .isEqualTo(new BudgetPeriod(LocalDate.of(2026, 4, 1), LAST));
        assertThat(BudgetPeriod.yearOf(FIRST, LAST.minusDays(40), LAST.plusYears(5)))
                .isEqualTo(new BudgetPeriod(LocalDate.of(2026, 4, 1), LAST.minusDays(40)));
    }
}
