package org.convergence.resources.grant.domain;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.joda.money.Money;

/**
 * What an agreement will have cost at its end, if things go on as they did (R-GRANT-21).
 *
 * @param lines of each line, in order
 * @param total their sum
 * @param rest what is left of the budget then; below zero if money lacks
 */
public record AgreementForecast(List<Money> lines, Money total, Money rest) {

    /** The least time gone, in percent, for a forecast. */
    public static final int TIME_GONE = 10;

    public AgreementForecast {
        lines = List.copyOf(lines);
    }

    /**
     * What is spent of a line, divided by the share of time gone, and at least what is spent and committed. Empty in the
     * first tenth of the time, and once it is over.
     */
    public static Optional<AgreementForecast> of(
            List<BudgetLineState> lines, LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        if (lines.isEmpty() || today.isAfter(endsOn) || AgreementPolicy.timeGone(startsOn, endsOn, today) < TIME_GONE) {
            return Optional.empty();
        }
        long all = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        long gone = ChronoUnit.DAYS.between(startsOn, today) + 1;
        List<Money> costs =
                lines.stream().map(line -> forecast(line, all, gone)).toList();
        Money total = Money.total(costs);
        Money budget = Money.total(lines.stream().map(BudgetLineState::budget).toList());
        return Optional.of(new AgreementForecast(costs, total, budget.minus(total)));
    }

    private static Money forecast(BudgetLineState line, long all, long gone) {
        Money going = line.spent().multipliedBy(all).dividedBy(gone, RoundingMode.HALF_UP);
        Money known = line.spent().plus(line.committed());
        return going.isGreaterThan(known) ? going : known;
    }
}
