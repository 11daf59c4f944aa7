package org.convergence.platform.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.convergence.platform.currency.RemittancePolicy.BudgetVariance;
import org.convergence.platform.currency.RemittancePolicy.Remittance;
import org.convergence.platform.currency.RemittancePolicy.RemittanceCost;
import org.convergence.platform.currency.RemittancePolicy.RemittanceUse;
import org.junit.jupiter.api.Test;

/** Remittances and variances (vectors V4 and V5 of the project rules). */
class RemittancePolicyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final LocalDate SECOND = LocalDate.of(2026, 6, 3);
    private static final List<Remittance> REMITTANCES = List.of(
            new Remittance(FIRST, of("10000"), of("135000")), new Remittance(SECOND, of("10000"), of("142000")));

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static List<RemittanceCost> firstIn(String before, String... spent) {
        return RemittancePolicy.costsFirstIn(
                RemittancePolicy.findLeft(REMITTANCES, List.of(new RemittanceUse(of(before), null, null))),
                Stream.of(spent).map(RemittancePolicyTest::of).toList());
    }

    private static List<RemittanceCost> weighted(String before, String costBefore, String... spent) {
        return RemittancePolicy.costsWeighted(
                REMITTANCES,
                of(before),
                of(costBefore),
                Stream.of(spent).map(RemittancePolicyTest::of).toList());
    }

    private static BigDecimal sum(List<RemittanceCost> costs) {
        return costs.stream().map(RemittanceCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void anAverageWasPaidFromEachRemittanceUntilItsDay() {
        Remittance first = REMITTANCES.get(0);
        Remittance second = REMITTANCES.get(1);
        Remittance later = new Remittance(SECOND.plusDays(9), of("10000"), of("150000"));
        RemittanceUse mixed = new RemittanceUse(of("100000"), of("0.0722"), SECOND);
        RemittanceUse whole = new RemittanceUse(of("100000"), second.rate(), SECOND);
        assertThat(RemittancePolicy.isSpent(first, List.of(second, later), List.of(mixed)))
                .isTrue();
        assertThat(RemittancePolicy.isSpent(second, List.of(first, later), List.of(mixed)))
                .isTrue();
        assertThat(RemittancePolicy.isSpent(later, List.of(first, second), List.of(mixed)))
                .isFalse();
        assertThat(RemittancePolicy.isSpent(first, List.of(second, later), List.of(whole)))
                .isFalse();
    }

    @Test
    void firstRemittanceIsSpentFirst() {
        // V4
        assertThat(sum(firstIn("0", "150000"))).isEqualByComparingTo("11056.34");
        assertThat(of("20000").subtract(sum(firstIn("0", "150000")))).isEqualByComparingTo("8943.66");
        List<RemittanceCost> three = firstIn("0", "100000", "35000", "15000");
        assertThat(sum(three)).isEqualByComparingTo("11056.34");
        assertThat(three)
                .extracting(RemittanceCost::rate)
                .containsExactly(of("0.07407407"), of("0.07407407"), of("0.07042254"));
        assertThat(three).extracting(RemittanceCost::day).containsExactly(FIRST, FIRST, SECOND);
        assertThat(firstIn("135000", "15000")).containsExactly(three.get(2));
        assertThat(firstIn("0", "150000").get(0).rate()).isEqualByComparingTo("0.07370893");
    }

    @Test
    void averageRateWeighsAllRemittances() {
        // V4
        assertThat(sum(weighted("0", "0", "150000"))).isEqualByComparingTo("10830.32");
        assertThat(of("20000").subtract(sum(weighted("0", "0", "150000")))).isEqualByComparingTo("9169.68");
    }

    @Test
    void anExpenseThatKeepsItsRateTookItsRemittance() {
        List<Remittance> left = RemittancePolicy.findLeft(
                REMITTANCES, List.of(new RemittanceUse(of("142000"), of("0.07042254"), SECOND)));
        assertThat(sum(RemittancePolicy.costsFirstIn(left, List.of(of("135000")))))
                .isEqualByComparingTo("10000");
        left = RemittancePolicy.findLeft(
                REMITTANCES,
                List.of(
                        new RemittanceUse(of("100"), of("0.07407407"), FIRST),
                        new RemittanceUse(of("-100"), of("0.07407407"), FIRST)));
        assertThat(left).extracting(Remittance::received).containsExactly(of("135000"), of("142000"));
    }

    @Test
    void averageIsOfWhatIsLeft() {
        assertThat(sum(weighted("135000", "10000", "142000"))).isEqualByComparingTo("10000");
    }

    @Test
    void spendingBeyondTheRemittancesTakesTheLastRate() {
        assertThat(firstIn("277000", "14200").get(0).cost()).isEqualByComparingTo("1000");
        assertThat(weighted("277000", "20000", "277000").get(0).cost()).isEqualByComparingTo("20000");
    }

    @Test
    void varianceIsOfActivityAndOfExchange() {
        // V5
        BigDecimal cost = of("56000").multiply(of("0.0720"));
        BigDecimal total = cost.subtract(of("50000").multiply(of("0.0750"))).setScale(2);
        assertThat(RemittancePolicy.variance(total, of("56000"), cost, of("0.0750")))
                .isEqualTo(new BudgetVariance(of("282.00"), of("450.00"), of("-168.00")));
    }

    @Property(tries = 200)
    void costsSumToTheCostOfAll(
            @ForAll @Size(min = 1, max = 12) List<@BigRange(min = "0.01", max = "60000") @Scale(2) BigDecimal> spent) {
        BigDecimal all = spent.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum(RemittancePolicy.costsFirstIn(REMITTANCES, spent)))
                .isEqualByComparingTo(sum(RemittancePolicy.costsFirstIn(REMITTANCES, List.of(all))));
    }

    @Property(tries = 300)
    void partsOfAVarianceSumToIt(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(2) BigDecimal total,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal spent,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal cost,
            @ForAll @BigRange(min = "0.0001", max = "20") @Scale(4) BigDecimal plannedRate) {
        BudgetVariance variance = RemittancePolicy.variance(total, spent, cost, plannedRate);
        assertThat(variance.activity().add(variance.exchange())).isEqualByComparingTo(total);
    }
}
