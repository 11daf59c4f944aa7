package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.DuesAmount.AppliedBound;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Amounts owed, against hand-computed tables, and their invariants. */
class DuesPolicyTest {

    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    @Test
    void flatRateIgnoresHeadcount() {
        assertThat(amount(rate(RateShape.FLAT, "100", null, null), 0)).isEqualTo("100.00");
        assertThat(amount(rate(RateShape.FLAT, "100", null, null), 60_000)).isEqualTo("100.00");
    }

    @Test
    void roundsOnceAtTheEnd() {
        assertThat(amount(rate(RateShape.PER_CAPITA, "0.045", null, null), 411)).isEqualTo("18.50");
        assertThat(amount(rate(RateShape.PER_CAPITA, "0.045", null, null), 1)).isEqualTo("0.05");
        assertThat(amount(rate(RateShape.PER_CAPITA, "0.3333", null, null), 3)).isEqualTo("1.00");
    }

    @Test
    void appliesMinimumAndMaximum() {
        Rate rate = rate(RateShape.PER_CAPITA, "0.50", "75", "4000");
        assertThat(DuesPolicy.computeDues(rate, 149).amount().getAmount()).isEqualTo("75.00");
        assertThat(DuesPolicy.computeDues(rate, 149).bound()).isEqualTo(AppliedBound.MINIMUM);
        assertThat(DuesPolicy.computeDues(rate, 150).bound()).isEqualTo(AppliedBound.NONE);
        assertThat(DuesPolicy.computeDues(rate, 8_001).amount().getAmount()).isEqualTo("4000.00");
        assertThat(DuesPolicy.computeDues(rate, 8_001).bound()).isEqualTo(AppliedBound.MAXIMUM);
    }

    @Test
    void picksStepOfHeadcount() {
        Rate rate = brackets(RateShape.STEPS, 0, "50", 101, "150", 501, "400");
        assertThat(amount(rate, 0)).isEqualTo("50.00");
        assertThat(amount(rate, 100)).isEqualTo("50.00");
        assertThat(amount(rate, 101)).isEqualTo("150.00");
        assertThat(amount(rate, 500)).isEqualTo("150.00");
        assertThat(amount(rate, 1_000_000)).isEqualTo("400.00");
    }

    @Test
    void addsUpSlices() {
        Rate rate = brackets(RateShape.SLICES, 0, "0.50", 1_001, "0.30", 5_001, "0.10");
        assertThat(amount(rate, 0)).isEqualTo("0.00");
        assertThat(amount(rate, 1_000)).isEqualTo("500.00");
        assertThat(amount(rate, 1_001)).isEqualTo("500.30");
        assertThat(amount(rate, 6_000)).isEqualTo("1800.00");
        assertThat(DuesPolicy.computeDues(rate, 6_000).steps())
                .extracting(DuesAmount.ComputationStep::people)
                .containsExactly(1_000, 4_000, 1_000);
    }

    @Test
    void rejectsBracketsWithGapOrOverlap() {
        assertThatThrownBy(() -> brackets(RateShape.STEPS, 1, "50")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> brackets(RateShape.STEPS, 0, "50", 100, "60", 100, "70"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate(RateShape.FLAT, "10", "20", "15")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate(RateShape.FLAT, "-1", null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    /** One more person costs the rate of their slice, without a jump: brackets are continuous. */
    @Property
    void onePersonMoreCostsRateOfSlice(@ForAll("slices") Rate rate, @ForAll @IntRange(max = 60_000) int people) {
        BigDecimal more = sum(rate, people + 1).subtract(sum(rate, people));
        assertThat(rate.brackets()).extracting(Bracket::amount).anyMatch(each -> each.compareTo(more) == 0);
        assertThat(DuesPolicy.computeDues(rate, people).steps().stream()
                        .mapToInt(DuesAmount.ComputationStep::people)
                        .sum())
                .isEqualTo(people);
    }

    @Property
    void amountStaysBetweenMinimumAndMaximum(
            @ForAll("slices") Rate rate,
            @ForAll @IntRange(max = 60_000) int people,
            @ForAll @IntRange(max = 900) int least) {
        Rate bounded = new Rate(
                rate.shape(),
                rate.currency(),
                rate.amount(),
                rate.brackets(),
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(least + 1000L));
        BigDecimal owed = DuesPolicy.computeDues(bounded, people).amount().getAmount();
        assertThat(owed).isBetween(BigDecimal.valueOf(least), BigDecimal.valueOf(least + 1000L));
    }

    @Provide
    Arbitrary<Rate> slices() {
        Arbitrary<List<Integer>> gaps =
                Arbitraries.integers().between(1, 9_000).list().ofMinSize(0).ofMaxSize(6);
        Arbitrary<List<Integer>> tenThousandths =
                Arbitraries.integers().between(0, 20_000).list().ofSize(7);
        return Combinators.combine(gaps, tenThousandths).as((widths, amounts) -> {
            List<Bracket> brackets = new java.util.ArrayList<>();
            int from = 0;
            for (int i = 0; i <= widths.size(); i++) {
                brackets.add(new Bracket(from, BigDecimal.valueOf(amounts.get(i), 4)));
                from = Math.max(from, 1) + (i < widths.size() ? widths.get(i) : 0);
            }
            return new Rate(RateShape.SLICES, CAD, BigDecimal.ZERO, brackets, null, null);
        });
    }

    private static BigDecimal sum(Rate rate, int people) {
        return DuesPolicy.computeDues(rate, people).steps().stream()
                .map(step -> step.each().multiply(BigDecimal.valueOf(step.people())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String amount(Rate rate, int headcount) {
        return DuesPolicy.computeDues(rate, headcount).amount().getAmount().toPlainString();
    }

    private static Rate rate(RateShape shape, String amount, @Nullable String least, @Nullable String most) {
        return new Rate(
                shape,
                CAD,
                new BigDecimal(amount),
                List.of(),
                least == null ? null : new BigDecimal(least),
                most == null ? null : new BigDecimal(most));
    }

    private static Rate brackets(RateShape shape, Object... table) {
        List<Bracket> brackets = new java.util.ArrayList<>();
        for (int i = 0; i < table.length; i += 2) {
            brackets.add(new Bracket((int) table[i], new BigDecimal((String) table[i + 1])));
        }
        return new Rate(shape, CAD, BigDecimal.ZERO, brackets, null, null);
    }
}
