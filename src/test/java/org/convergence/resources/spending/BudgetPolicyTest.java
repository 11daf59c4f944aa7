package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Transfers and caps (vectors V10 and V11 of the project rules). */
class BudgetPolicyTest {

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    @Test
    void namesALineWithoutACodeOnce() {
        assertThat(BudgetLines.name("Salaires", "Salaires")).isEqualTo("Salaires");
        assertThat(BudgetLines.name("2.1", "Salaires")).isEqualTo("2.1 – Salaires");
    }

    @Test
    void transfersOfALineCountTogether() {
        // V10
        assertThat(BudgetPolicy.needsAmendment(of("8000"), of("10"), List.of(of("-500"))))
                .isFalse();
        assertThat(BudgetPolicy.needsAmendment(of("8000"), of("10"), List.of(of("-500"), of("-500"))))
                .isTrue();
        assertThat(BudgetPolicy.needsAmendment(of("8000"), of("10"), List.of(of("-800"))))
                .isFalse();
    }

    @Test
    void capIsAPercentOfItsBaseWithinItsMaximum() {
        // V11
        assertThat(BudgetPolicy.cap(of("12"), of("83482.14"), null)).isEqualByComparingTo("10017.86");
        assertThat(BudgetPolicy.cap(of("10"), of("62000"), of("5000"))).isEqualByComparingTo("5000.00");
    }

    @Test
    void capCountsItsBaseLinesOrAllOthers() {
        // V11
        assertThat(cap(new LineLimits(of("12"), List.of(), null, ""))).isEqualByComparingTo("10017.86");
        assertThat(cap(new LineLimits(of("10"), List.of("1"), of("5000"), ""))).isEqualByComparingTo("5000.00");
        assertThat(cap(new LineLimits(null, List.of(), of("700"), ""))).isEqualByComparingTo("700");
        assertThat(cap(new LineLimits(null, List.of(), null, ""))).isNull();
    }

    private record Cost(String code, BigDecimal amount) {}

    private static @Nullable BigDecimal cap(LineLimits limits) {
        Function<Cost, BigDecimal> amount = Cost::amount;
        return BudgetPolicy.cap(
                limits, List.of(new Cost("1", of("62000")), new Cost("2", of("21482.14"))), Cost::code, amount);
    }
}
