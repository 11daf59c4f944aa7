package org.convergence.resources.spending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Caps of lines and transfers between them (R-GRANT-5, R-GRANT-12). Amounts are in one currency. */
public final class BudgetPolicy {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BudgetPolicy() {}

    /**
     * The most that a capped line may cost.
     *
     * @param base the sum of the lines of which it is a percent
     * @param maximum the most in any case; {@code null} if there is none
     */
    public static BigDecimal cap(BigDecimal percent, BigDecimal base, @Nullable BigDecimal maximum) {
        BigDecimal share = base.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return maximum == null ? share : share.min(maximum);
    }

    /**
     * The cap of a line by what its base lines cost; {@code null} if it has none.
     *
     * @param others the other lines of its budget
     * @param amount what a line costs
     */
    public static <L> @Nullable BigDecimal cap(
            LineLimits limits, List<L> others, Function<L, String> code, Function<L, BigDecimal> amount) {
        BigDecimal percent = limits.capPercent();
        if (percent == null) {
            return limits.capMaximum();
        }
        BigDecimal base = others.stream()
                .filter(each -> limits.capBase().isEmpty() || limits.capBase().contains(code.apply(each)))
                .map(amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        return cap(percent, base, limits.capMaximum());
    }

    /** How much a line, with what is committed, is above its cap; zero if it is not, or has none. */
    public static Money beyondCap(BudgetLineState line, List<BudgetLineState> all) {
        Money used = line.committed().plus(line.spent());
        BigDecimal cap = cap(
                line.limits(),
                all.stream().filter(each -> !each.id().equals(line.id())).toList(),
                BudgetLineState::code,
                each -> each.committed().plus(each.spent()).getAmount());
        Money zero = Money.zero(used.getCurrencyUnit());
        if (cap == null) {
            return zero;
        }
        Money beyond = used.minus(cap);
        return beyond.isPositive() ? beyond : zero;
    }

    /**
     * Whether the latest transfer needs an amendment: all transfers of a line count together against its tolerance.
     *
     * @param original the amount of the line at first
     * @param transfers what moved to the line, or from it if below zero, the latest last
     */
    public static boolean needsAmendment(BigDecimal original, BigDecimal tolerancePercent, List<BigDecimal> transfers) {
        BigDecimal moved = transfers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return moved.abs().multiply(HUNDRED).compareTo(original.multiply(tolerancePercent)) > 0;
    }

    /**
     * What limits a line.
     *
     * @param capPercent the most, in percent of what its base lines cost; {@code null} without such a cap
     * @param capBase the codes of the base lines; all other lines if empty
     * @param capMaximum the most in any case; {@code null} without a limit
     * @param amendment that allows the amount in force, in at most 200 characters; may be empty
     */
    public record LineLimits(
            @Nullable BigDecimal capPercent,
            List<String> capBase,
            @Nullable BigDecimal capMaximum,
            String amendment) {

        public static final int LONGEST_AMENDMENT = 200;

        public LineLimits {
            capBase = List.copyOf(capBase);
        }
    }
}
