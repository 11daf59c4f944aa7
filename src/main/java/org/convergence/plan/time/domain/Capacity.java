package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * The capacity of the team against its promises, by month. Totals, without names. Hours are whole here, each rounded
 * once, so that displayed sums add up everywhere.
 *
 * @param unsized number of unfinished actions without effort, which require nothing here
 * @param worked number of actions that require last year's hours instead of a size
 * @param supposed the assumption, {@code null} for none
 */
public record Capacity(
        LocalDate today,
        List<CapacityMonth> months,
        List<PostponableAction> waits,
        int unsized,
        int worked,
        @Nullable AssumedContractEnd supposed) {

    /** The order in which promises are kept: firm ones first. */
    public static final List<Commitment> ORDER = List.of(
            Commitment.FIRM,
            Commitment.ON_REQUEST,
            Commitment.IF_SITUATION_CALLS,
            Commitment.IF_FUNDED,
            Commitment.IF_CAPACITY_ALLOWS);

    /**
     * A month.
     *
     * @param made the hours of the whole team with their deductions; of the current month, those that remain
     * @param promised by commitment, each of the order
     */
    public record CapacityMonth(YearMonth month, WorkingHours made, Map<Commitment, BigDecimal> promised) {

        /** The hours available for the plan. */
        public BigDecimal available() {
            return roundToHours(made.available());
        }

        /** All promised hours. */
        public BigDecimal promisedTotal() {
            return promised.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The remaining hours; negative if more is promised than available. */
        public BigDecimal remainingHours() {
            return available().subtract(promisedTotal());
        }

        /** Whether more is promised than available. */
        public boolean isOver() {
            return remainingHours().signum() < 0;
        }

        /** Whether firm promises alone exceed the available hours. */
        public boolean isOverByFirm() {
            return promised.getOrDefault(Commitment.FIRM, BigDecimal.ZERO).compareTo(available()) > 0;
        }
    }

    /**
     * An action without a firm promise, and the hours freed if it waits.
     *
     * @param freed by overloaded month
     */
    public record PostponableAction(PlanLine line, Map<YearMonth, BigDecimal> freed) {

        public BigDecimal total() {
            return freed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The assumption that a contract ends on a day. */
    public record AssumedContractEnd(UUID contract, LocalDate end) {}

    static BigDecimal roundToHours(BigDecimal hours) {
        return hours.setScale(0, RoundingMode.HALF_UP);
    }

    /** The hours missing in all overloaded months. */
    public BigDecimal missingHours() {
        return overloadedMonths().stream()
                .map(each -> each.remainingHours().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Those of the missing hours that postponable actions free together. */
    public BigDecimal freedHours() {
        return overloadedMonths().stream()
                .map(each -> waits.stream()
                        .map(wait -> wait.freed().getOrDefault(each.month(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .min(each.remainingHours().negate()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The overloaded months. */
    public List<CapacityMonth> overloadedMonths() {
        return months.stream().filter(CapacityMonth::isOver).toList();
    }
}
