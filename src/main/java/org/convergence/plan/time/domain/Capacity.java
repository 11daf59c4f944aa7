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
 * What the team has against what it promised, month by month. Totals: nobody is in it. Hours are whole here, each
 * rounded once, so that what is shown adds up wherever it is shown.
 *
 * @param unsized how many actions that are not done have no effort, and so ask nothing here
 * @param worked how many ask the hours that they took last year instead of a size
 * @param supposed what was supposed, {@code null} for nothing
 */
public record Capacity(
        LocalDate today,
        List<Month> months,
        List<Wait> waits,
        int unsized,
        int worked,
        @Nullable Supposed supposed) {

    /** The order in which promises are kept: what is firm first. */
    public static final List<Commitment> ORDER = List.of(
            Commitment.FIRM,
            Commitment.ON_REQUEST,
            Commitment.IF_SITUATION_CALLS,
            Commitment.IF_FUNDED,
            Commitment.IF_CAPACITY_ALLOWS);

    /**
     * A month.
     *
     * @param made how the hours of everyone together come about; of the current month, those that are left
     * @param promised by commitment, each of the order
     */
    public record Month(YearMonth month, Hours made, Map<Commitment, BigDecimal> promised) {

        /** What there is for the plan. */
        public BigDecimal available() {
            return whole(made.available());
        }

        /** All that is promised. */
        public BigDecimal asked() {
            return promised.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What is left; below zero where more is promised than there is. */
        public BigDecimal left() {
            return available().subtract(asked());
        }

        /** Whether more is promised than there is. */
        public boolean isOver() {
            return left().signum() < 0;
        }

        /** Whether even what is firm is more than there is. */
        public boolean isOverByFirm() {
            return promised.getOrDefault(Commitment.FIRM, BigDecimal.ZERO).compareTo(available()) > 0;
        }
    }

    /**
     * An action without a firm promise, and what it frees if it waits.
     *
     * @param freed by month that is over
     */
    public record Wait(PlanLine line, Map<YearMonth, BigDecimal> freed) {

        /** Hours in all. */
        public BigDecimal total() {
            return freed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** That a contract ends on a day. */
    public record Supposed(UUID contract, LocalDate end) {}

    static BigDecimal whole(BigDecimal hours) {
        return hours.setScale(0, RoundingMode.HALF_UP);
    }

    /** The months in which more is promised than there is. */
    public List<Month> over() {
        return months.stream().filter(Month::isOver).toList();
    }
}
