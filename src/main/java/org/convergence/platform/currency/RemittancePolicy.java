package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cost of money spent abroad from remittances at the bank's real rates, and variances in two parts (R-PROJ-3). What is
 * spent beyond all remittances takes the last rate, until the next remittance.
 */
public final class RemittancePolicy {

    private static final int RATE_DECIMALS = 8;

    private RemittancePolicy() {}

    /**
     * A remittance.
     *
     * @param sent in our currency
     * @param received in the other one; above zero
     */
    public record Remittance(LocalDate day, BigDecimal sent, BigDecimal received) {

        /** What one unit of the other currency cost. */
        public BigDecimal rate() {
            return sent.divide(received, RATE_DECIMALS, RoundingMode.HALF_UP);
        }

        private boolean isOf(RemittanceUse use) {
            return day.equals(use.day()) && use.rate() != null && rate().compareTo(use.rate()) == 0;
        }
    }

    /**
     * What an expense costs in our currency.
     *
     * @param day of the remittance from which it was paid, the last one if there are several
     */
    public record RemittanceCost(BigDecimal cost, BigDecimal rate, LocalDate day) {}

    /**
     * The cost of each expense, the first remittance being spent first. The costs of several expenses sum to the cost of
     * them all.
     *
     * @param remittances at least one, the first one first
     * @param spent by each expense, in their order
     */
    public static List<RemittanceCost> costsFirstIn(List<Remittance> remittances, List<BigDecimal> spent) {
        List<RemittanceCost> costs = new ArrayList<>();
        BigDecimal done = BigDecimal.ZERO;
        for (BigDecimal each : spent) {
            Remittance first = at(remittances, done, false);
            BigDecimal cost = costUntil(remittances, done).negate();
            done = done.add(each);
            cost = cost.add(costUntil(remittances, done));
            Remittance last = at(remittances, done, true);
            BigDecimal rate = first.equals(last) || each.signum() == 0
                    ? last.rate()
                    : cost.divide(each, RATE_DECIMALS, RoundingMode.HALF_UP);
            costs.add(new RemittanceCost(cost, rate, last.day()));
        }
        return costs;
    }

    private static BigDecimal costUntil(List<Remittance> remittances, BigDecimal spent) {
        BigDecimal rest = spent;
        BigDecimal cost = BigDecimal.ZERO;
        for (int i = 0; i < remittances.size(); i++) {
            Remittance each = remittances.get(i);
            BigDecimal taken = i == remittances.size() - 1 ? rest : rest.min(each.received());
            cost = cost.add(taken.multiply(each.sent()).divide(each.received(), MathContext.DECIMAL128));
            rest = rest.subtract(taken);
        }
        return cost.setScale(2, RoundingMode.HALF_UP);
    }

    /** The remittance of which the unit after some spent ones is, or the unit before it. */
    private static Remittance at(List<Remittance> remittances, BigDecimal spent, boolean lastSpent) {
        BigDecimal until = BigDecimal.ZERO;
        for (Remittance each : remittances) {
            until = until.add(each.received());
            if (until.compareTo(spent) >= (lastSpent ? 0 : 1)) {
                return each;
            }
        }
        return remittances.get(remittances.size() - 1);
    }

    /**
     * The cost of each expense at the average rate of what is left of all remittances; of all of them once nothing is
     * left. The costs of several expenses sum to the cost of them all.
     *
     * @param remittances at least one, the last one last
     * @param before spent of them already
     * @param costBefore what that cost
     */
    public static List<RemittanceCost> costsWeighted(
            List<Remittance> remittances, BigDecimal before, BigDecimal costBefore, List<BigDecimal> spent) {
        BigDecimal allSent = sum(remittances.stream().map(Remittance::sent).toList());
        BigDecimal allReceived =
                sum(remittances.stream().map(Remittance::received).toList());
        boolean isLeft = allReceived.compareTo(before) > 0 && allSent.compareTo(costBefore) > 0;
        LocalDate day = remittances.get(remittances.size() - 1).day();
        Remittance pool = isLeft
                ? new Remittance(day, allSent.subtract(costBefore), allReceived.subtract(before))
                : new Remittance(day, allSent, allReceived);
        return costsFirstIn(List.of(pool), spent);
    }

    /**
     * What an expense took of remittances for good.
     *
     * @param amount below zero if it was taken back
     * @param rate that it keeps; {@code null} with its day if no remittance gave it
     */
    public record RemittanceUse(
            BigDecimal amount,
            @Nullable BigDecimal rate,
            @Nullable LocalDate day) {}

    /**
     * What is left of remittances: an expense took the one whose rate it keeps; one with a rate of its own, the first
     * ones. The last remittance stays, for its rate, if nothing is left.
     *
     * @param remittances at least one, the first one first
     */
    public static List<Remittance> findLeft(List<Remittance> remittances, List<RemittanceUse> used) {
        List<BigDecimal> left =
                new ArrayList<>(remittances.stream().map(Remittance::received).toList());
        List<RemittanceUse> others = new ArrayList<>();
        for (RemittanceUse use : used) {
            int taken = IntStream.range(0, left.size())
                    .filter(i -> remittances.get(i).isOf(use))
                    .findFirst()
                    .orElse(-1);
            if (taken < 0) {
                others.add(use);
            } else {
                left.set(taken, left.get(taken).subtract(use.amount()));
            }
        }
        BigDecimal rest = sum(others.stream().map(RemittanceUse::amount).toList());
        List<Remittance> remaining = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Remittance each = remittances.get(i);
            BigDecimal kept = left.get(i).subtract(rest);
            rest = kept.signum() < 0 ? kept.negate() : BigDecimal.ZERO;
            if (kept.signum() > 0) {
                remaining.add(new Remittance(
                        each.day(), each.sent().multiply(kept).divide(each.received(), MathContext.DECIMAL128), kept));
            }
        }
        return remaining.isEmpty() ? List.of(remittances.get(remittances.size() - 1)) : remaining;
    }

    /**
     * Whether something was paid from a remittance for good. A rate that no single remittance gave is the average of
     * several: of that one too, unless it was sent later.
     */
    public static boolean isSpent(Remittance gone, List<Remittance> others, List<RemittanceUse> used) {
        return used.stream()
                .anyMatch(use -> gone.isOf(use)
                        || (use.day() != null
                                && !use.day().isBefore(gone.day())
                                && others.stream().noneMatch(other -> other.isOf(use))));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * A variance in our currency; its parts sum to the total, to the cent.
     *
     * @param activity what comes from spending more or less, at the rate of the budget
     * @param exchange what comes from the rate
     */
    public record BudgetVariance(BigDecimal total, BigDecimal activity, BigDecimal exchange) {}

    /**
     * Divides a variance.
     *
     * @param spent abroad, in the other currency
     * @param cost of that, in ours
     * @param plannedRate what one unit of the other currency was to cost when the budget was made
     */
    public static BudgetVariance variance(BigDecimal total, BigDecimal spent, BigDecimal cost, BigDecimal plannedRate) {
        BigDecimal exchange = cost.subtract(spent.multiply(plannedRate)).setScale(2, RoundingMode.HALF_UP);
        return new BudgetVariance(total, total.subtract(exchange), exchange);
    }
}
