package org.convergence.platform.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.convergence.platform.currency.RemittancePolicy.BudgetVariance;
import org.convergence.platform.currency.RemittancePolicy.Remittance;
import org.junit.jupiter.api.Test;

/** Remittances and variances (vectors V4 and V5 of the project rules). */
class RemittancePolicyTest {

    private static final List<Remittance> REMITTANCES =
            List.of(new Remittance(of("10000"), of("135000")), new Remittance(of("10000"), of("142000")));

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    @Test
    void firstRemittanceIsSpentFirst() {
        // V4
        BigDecimal cost = RemittancePolicy.costFirstIn(REMITTANCES, of("150000"));
        assertThat(cost).isEqualByComparingTo("11056.34");
        assertThat(of("20000").subtract(cost)).isEqualByComparingTo("8943.66");
    }

    @Test
    void averageRateWeighsAllRemittances() {
        // V4
        BigDecimal cost = RemittancePolicy.costWeighted(REMITTANCES, of("150000"));
        assertThat(cost).isEqualByComparingTo("10830.32");
        assertThat(of("20000").subtract(cost)).isEqualByComparingTo("9169.68");
    }

    @Test
    void refusesToSpendMoreThanWasReceived() {
        assertThatThrownBy(() -> RemittancePolicy.costFirstIn(REMITTANCES, of("277000.01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RemittancePolicy.costWeighted(REMITTANCES, of("277000.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void varianceIsOfActivityAndOfExchange() {
        // V5
        assertThat(RemittancePolicy.variance(of("50000"), of("0.0750"), of("56000"), of("0.0720")))
                .isEqualTo(new BudgetVariance(of("282.00"), of("450.00"), of("-168.00")));
    }

    @Property(tries = 300)
    void partsOfAVarianceSumToIt(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal budget,
            @ForAll @BigRange(min = "0.0001", max = "20") @Scale(4) BigDecimal budgetRate,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal actual,
            @ForAll @BigRange(min = "0.0001", max = "20") @Scale(4) BigDecimal actualRate) {
        BudgetVariance variance = RemittancePolicy.variance(budget, budgetRate, actual, actualRate);
        assertThat(variance.activity().add(variance.exchange())).isEqualByComparingTo(variance.total());
    }
}
