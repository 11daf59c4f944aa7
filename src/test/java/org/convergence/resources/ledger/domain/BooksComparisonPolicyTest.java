package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.resources.ledger.domain.BooksComparisonPolicy.AccountLine;
import org.convergence.resources.ledger.domain.BooksComparisonPolicy.UnpairedLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The comparison of our account with the accountant's. */
class BooksComparisonPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

    private static AccountLine line(int day, @Nullable String reference, String amount) {
        return new AccountLine(DAY.plusDays(day), reference, "", new BigDecimal(amount), true);
    }

    @Test
    void pairsByReferenceThenByDay() {
        List<AccountLine> ours =
                List.of(line(0, "F-2026-0001", "500.00"), line(1, null, "-20.00"), line(2, "F-2026-0002", "75.00"));
        List<AccountLine> hers =
                List.of(line(9, "f 2026 0001", "500"), line(1, "JE12", "-20.00"), line(4, "X", "12.00"));
        UnpairedLines left = BooksComparisonPolicy.compare(ours, hers);
        assertThat(left.same()).isEqualTo(2);
        assertThat(left.ours()).containsExactly(ours.get(2));
        assertThat(left.hers()).containsExactly(hers.get(2));
        assertThat(left.difference()).isEqualByComparingTo("63");
    }

    @Test
    void doesNotPairDifferentAmounts() {
        UnpairedLines left =
                BooksComparisonPolicy.compare(List.of(line(0, "F-1", "500")), List.of(line(0, "F-1", "50")));
        assertThat(left.same()).isZero();
        assertThat(left.difference()).isEqualByComparingTo("450");
    }

    @Test
    void pairsEqualLinesOneToOne() {
        UnpairedLines left = BooksComparisonPolicy.compare(
                List.of(line(0, "F-1", "5"), line(0, "F-1", "5")), List.of(line(0, "F-1", "5")));
        assertThat(left.same()).isEqualTo(1);
        assertThat(left.ours()).hasSize(1);
    }

    @Test
    void recognisesAccountCodeInAnyNotation() {
        assertThat(List.of("1010", "1010 – Banque", "1010 Banque", "1-010", "1010 : Banque"))
                .extracting(BooksComparisonPolicy::accountCode)
                .containsOnly("1010");
    }

    @Property(tries = 200)
    void unpairedLinesExplainDifference(@ForAll long seed) {
        Random random = new Random(seed);
        List<AccountLine> ours = some(random);
        List<AccountLine> hers = some(random);
        UnpairedLines left = BooksComparisonPolicy.compare(ours, hers);
        assertThat(left.difference())
                .isEqualByComparingTo(BooksComparisonPolicy.sum(ours).subtract(BooksComparisonPolicy.sum(hers)));
        assertThat(left.same() * 2 + left.ours().size() + left.hers().size()).isEqualTo(ours.size() + hers.size());
    }

    private static List<AccountLine> some(Random random) {
        List<AccountLine> lines = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            String reference = random.nextBoolean() ? null : "R" + random.nextInt(5);
            lines.add(new AccountLine(
                    DAY.plusDays(random.nextInt(3)),
                    reference,
                    "",
                    BigDecimal.valueOf(1L + random.nextInt(4), 2),
                    random.nextBoolean()));
        }
        return lines;
    }
}
