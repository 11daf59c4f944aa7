package org.convergence.resources.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.convergence.resources.fund.domain.FundPolicy;
import org.convergence.resources.fund.domain.FundPolicy.DeferredContribution;
import org.convergence.resources.fund.domain.FundPolicy.MovedAmount;
import org.convergence.resources.fund.domain.FundPolicy.RollForward;
import org.junit.jupiter.api.Test;

/** The roll-forward of funds and of deferred contributions (R-FIN-4 to R-FIN-6). */
class FundPolicyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    private static MovedAmount moved(String day, FundMovementKind kind, String amount) {
        return new MovedAmount(LocalDate.parse(day), kind, new BigDecimal(amount));
    }

    @Test
    void openingAndMovementsSumToTheClosing() {
        RollForward year = FundPolicy.rollForward(
                List.of(
                        moved("2025-06-01", FundMovementKind.RECEIVED, "60000.00"),
                        moved("2026-04-01", FundMovementKind.INCOME, "1250.00"),
                        moved("2026-09-01", FundMovementKind.RECOGNISED, "8000.00"),
                        moved("2027-03-31", FundMovementKind.REFUNDED, "250.00"),
                        moved("2027-04-01", FundMovementKind.RECOGNISED, "6500.00")),
                FIRST,
                LAST);
        assertThat(year.opening()).isEqualByComparingTo("60000.00");
        assertThat(year.moved())
                .containsOnlyKeys(FundMovementKind.INCOME, FundMovementKind.RECOGNISED, FundMovementKind.REFUNDED);
        assertThat(year.closing()).isEqualByComparingTo("53000.00");
    }

    @Test
    void everyRollForwardSumsAndFollowsTheLast() {
        Random random = new Random(7);
        List<FundMovementKind> kinds = List.of(FundMovementKind.values());
        List<MovedAmount> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            FundMovementKind kind = kinds.get(random.nextInt(kinds.size()));
            all.add(new MovedAmount(
                    FIRST.minusYears(2).plusDays(random.nextInt(1_500)),
                    kind,
                    BigDecimal.valueOf(random.nextInt(90_000), 2)));
        }
        BigDecimal last = FundPolicy.rollForward(all, FIRST.minusYears(1), FIRST.minusDays(1))
                .closing();
        for (LocalDate from = FIRST; from.isBefore(FIRST.plusYears(3)); from = from.plusYears(1)) {
            RollForward year =
                    FundPolicy.rollForward(all, from, from.plusYears(1).minusDays(1));
            BigDecimal sum = year.moved().entrySet().stream()
                    .map(each -> each.getKey().sign() > 0
                            ? each.getValue()
                            : each.getValue().negate())
                    .reduce(year.opening(), BigDecimal::add);
            assertThat(year.opening()).isEqualByComparingTo(last);
            assertThat(year.closing()).isEqualByComparingTo(sum);
            last = year.closing();
        }
    }

    @Test
    void neitherCapitalNorWhatIsUsedLaterIsAvailable() {
        List<MovedAmount> endowment = List.of(
                moved("2026-04-01", FundMovementKind.CAPITAL, "100000.00"),
                moved("2026-05-01", FundMovementKind.INCOME, "4000.00"),
                moved("2026-10-01", FundMovementKind.RECOGNISED, "3000.00"),
                moved("2026-12-01", FundMovementKind.INCOME, "500.00"));
        assertThat(FundPolicy.available(endowment, LocalDate.parse("2026-06-01")))
                .isEqualByComparingTo("1000.00");
        assertThat(FundPolicy.available(endowment, LocalDate.parse("2026-12-31")))
                .isEqualByComparingTo("1500.00");
        assertThat(FundPolicy.available(endowment, LocalDate.parse("2026-04-15")))
                .isZero();
    }

    @Test
    void defersWhatIsReceivedAndNotSpent() {
        DeferredContribution deferred = defer("36000", "20000", "12000", "25000");
        assertThat(deferred.opening()).isEqualByComparingTo("16000");
        assertThat(deferred.recognised()).isEqualByComparingTo("25000");
        assertThat(deferred.closing()).isEqualByComparingTo("3000");
        assertThat(deferred.receivable()).isZero();
        DeferredContribution beyond = defer("0", "0", "10000", "12500");
        assertThat(beyond.recognised()).isEqualByComparingTo("10000");
        assertThat(beyond.closing()).isZero();
        assertThat(beyond.receivable()).isEqualByComparingTo("2500");
    }

    /** Vector T14: of 30,000 received for one purpose, 12,000 are spent. */
    @Test
    void whatIsNotSpentOfARestrictedGrantIsDeferred() {
        DeferredContribution grant = defer("0", "0", "30000", "12000");
        assertThat(grant.recognised()).isEqualByComparingTo("12000");
        assertThat(grant.closing()).isEqualByComparingTo("18000");
    }

    /** Vector T15: the capital of an endowment raises what the fund holds, and is no revenue. */
    @Test
    void theCapitalOfAnEndowmentIsNoRevenue() {
        List<MovedAmount> gift = List.of(moved("2026-06-01", FundMovementKind.CAPITAL, "50000.00"));
        RollForward year = FundPolicy.rollForward(gift, FIRST, LAST);
        assertThat(year.closing().subtract(year.opening())).isEqualByComparingTo("50000.00");
        assertThat(year.moved()).containsOnlyKeys(FundMovementKind.CAPITAL);
        assertThat(FundPolicy.available(gift, LAST)).isZero();
    }

    private static DeferredContribution defer(String before, String spentBefore, String received, String spent) {
        return FundPolicy.defer(
                new BigDecimal(before), new BigDecimal(spentBefore), new BigDecimal(received), new BigDecimal(spent));
    }
}
