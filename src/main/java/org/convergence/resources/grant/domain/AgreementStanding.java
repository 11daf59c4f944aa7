package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Where the money of an agreement stands, from its lines.
 *
 * @param timeGone in percent
 * @param isOver whether its last day has passed
 * @param forecast what it will have cost at its end; empty in the first tenth of its time, and once it is over
 */
public record AgreementStanding(
        Money budget,
        Money committed,
        Money spent,
        int timeGone,
        boolean isOver,
        Optional<AgreementForecast> forecast) {

    public static AgreementStanding of(AgreementRow agreement, List<BudgetLineState> lines, LocalDate today) {
        CurrencyUnit currency = CurrencyUnit.of(agreement.currency());
        return new AgreementStanding(
                Money.total(
                        currency, lines.stream().map(BudgetLineState::budget).toList()),
                Money.total(
                        currency, lines.stream().map(BudgetLineState::committed).toList()),
                Money.total(currency, lines.stream().map(BudgetLineState::spent).toList()),
                AgreementPolicy.timeGone(agreement.startsOn(), agreement.endsOn(), today),
                today.isAfter(agreement.endsOn()),
                AgreementForecast.of(lines, agreement.startsOn(), agreement.endsOn(), today));
    }

    /** Below zero if more is promised and spent than there is. */
    public Money left() {
        return budget.minus(committed).minus(spent);
    }

    /** What will not be spent at the end if nothing changes, or was not; below zero if money lacks. Empty too early. */
    public Optional<Money> rest() {
        return isOver ? Optional.of(budget.minus(spent)) : forecast.map(AgreementForecast::rest);
    }
}
