package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.resources.grant.domain.AgreementForecast;
import org.convergence.resources.grant.domain.AgreementPolicy;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.CostClass;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The time of an agreement, and its end. */
class AgreementPolicyTest {

    @Test
    void timeGoesFromZeroToHundred() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThat(AgreementPolicy.timeGone(first, last, first.minusDays(1))).isZero();
        assertThat(AgreementPolicy.timeGone(first, last, LocalDate.of(2026, 7, 2)))
                .isEqualTo(50);
        assertThat(AgreementPolicy.timeGone(first, last, last.plusYears(1))).isEqualTo(100);
    }

    private static BudgetLineState line(String budget, String committed, String spent) {
        return new BudgetLineState(
                new BudgetLineId(new UUID(0, 1)),
                1,
                new BudgetId(new UUID(0, 2)),
                "1",
                "",
                CostClass.DIRECT,
                "",
                "",
                cad(budget),
                cad(budget),
                cad(committed),
                cad(spent),
                null,
                List.of(),
                null,
                "");
    }

    private static Money cad(String amount) {
        return Money.of(CurrencyUnit.CAD, new BigDecimal(amount));
    }

    @Test
    void forecastsTheEndByThePaceAndAtLeastWhatIsPromised() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = first.plusDays(99);
        List<BudgetLineState> lines = List.of(line("1000", "0", "100"), line("500", "450", "0"));
        AgreementForecast forecast =
                AgreementForecast.of(lines, first, last, first.plusDays(29)).orElseThrow();
        assertThat(forecast.lines()).as("100 ÷ 30 %, and what is committed").containsExactly(cad("333.33"), cad("450"));
        assertThat(forecast.total()).isEqualTo(cad("783.33"));
        assertThat(forecast.rest()).isEqualTo(cad("716.67"));
        assertThat(AgreementForecast.of(lines, first, last, first.plusDays(8)))
                .as("less than a tenth of the time")
                .isEmpty();
        assertThat(AgreementForecast.of(lines, first, last, last.plusDays(1)))
                .as("over")
                .isEmpty();
    }
}
