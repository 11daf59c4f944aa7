package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** The cost of money spent abroad from remittances at the bank's real rates, and variances in two parts (R-PROJ-3). */
public final class RemittancePolicy {

    private RemittancePolicy() {}

    /**
     * A remittance.
     *
     * @param sent in our currency
     * @param received in the other one; above zero
     */
    public record Remittance(BigDecimal sent, BigDecimal received) {}

    /**
     * A variance in our currency; its parts sum to the total, to the cent.
     *
     * @param activity what comes from spending more or less, at the rate of the budget
     * @param exchange what comes from the rate
     */
    public record BudgetVariance(BigDecimal total, BigDecimal activity, BigDecimal exchange) {}

    /**
     * What was spent costs in our currency, the first remittance being spent first.
     *
     * @throws IllegalArgumentException if more was spent than received
     */
    public static BigDecimal costFirstIn(List<Remittance> remittances, BigDecimal spent) {
        BigDecimal rest = spent;
        BigDecimal cost = BigDecimal.ZERO;
        for (Remittance each : remittances) {
            BigDecimal taken = rest.min(each.received());
            cost = cost.add(taken.multiply(each.sent()).divide(each.received(), MathContext.DECIMAL128));
            rest = rest.subtract(taken);
        }
        requireNone(rest);
        return cost.setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * What was spent costs in our currency, at the average rate of all remittances.
     *
     * @throws IllegalArgumentException if more was spent than received
     */
    public static BigDecimal costWeighted(List<Remittance> remittances, BigDecimal spent) {
        BigDecimal sent = remittances.stream().map(Remittance::sent).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal received = remittances.stream().map(Remittance::received).reduce(BigDecimal.ZERO, BigDecimal::add);
        requireNone(spent.subtract(received));
        return spent.multiply(sent).divide(received, 2, RoundingMode.HALF_UP);
    }

    private static void requireNone(BigDecimal rest) {
        if (rest.signum() > 0) {
            throw new IllegalArgumentException("more was spent than received");
        }
    }

    /** The variance of an actual amount in another currency from its budget, each at its rate. */
    public static BudgetVariance variance(
            BigDecimal budget, BigDecimal budgetRate, BigDecimal actual, BigDecimal actualRate) {
        BigDecimal total = actual.multiply(actualRate)
                .subtract(budget.multiply(budgetRate))
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal activity = actual.subtract(budget).multiply(budgetRate).setScale(2, RoundingMode.HALF_UP);
        return new BudgetVariance(total, activity, total.subtract(activity));
    }
}
