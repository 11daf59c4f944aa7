package org.convergence.resources.fund.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.convergence.resources.fund.FundMovementKind;

/** What is left of a fund, and how it moved in a period (R-FIN-4, R-FIN-5, R-FIN-6). */
public final class FundPolicy {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private FundPolicy() {}

    /** A movement; below zero if it takes another one back. */
    public record MovedAmount(LocalDate day, FundMovementKind kind, BigDecimal amount) {

        /** What it adds to the fund. */
        BigDecimal effect() {
            return kind.sign() > 0 ? amount : amount.negate();
        }
    }

    /**
     * How a fund moved in a period.
     *
     * @param moved the sum of each kind that occurs
     */
    public record RollForward(BigDecimal opening, Map<FundMovementKind, BigDecimal> moved, BigDecimal closing) {}

    /** The roll-forward of a period, both days included: its opening and its movements sum to its closing. */
    public static RollForward rollForward(List<MovedAmount> movements, LocalDate from, LocalDate to) {
        Map<FundMovementKind, BigDecimal> moved = new EnumMap<>(FundMovementKind.class);
        movements.stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .forEach(each -> moved.merge(each.kind(), each.amount(), BigDecimal::add));
        return new RollForward(balance(movements, from.minusDays(1)), moved, balance(movements, to));
    }

    /** What a fund holds at the end of a day. */
    public static BigDecimal balance(List<MovedAmount> movements, LocalDate day) {
        return movements.stream()
                .filter(each -> !each.day().isAfter(day))
                .map(MovedAmount::effect)
                .reduce(NOTHING, BigDecimal::add);
    }

    /**
     * The most that may still be used on a day: never more than is left on that day or later, and never the capital of
     * an endowment.
     */
    public static BigDecimal available(List<MovedAmount> movements, LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> byDay = new TreeMap<>(Map.of(day, NOTHING));
        movements.stream()
                .filter(each -> each.kind() != FundMovementKind.CAPITAL)
                .forEach(each ->
                        byDay.merge(each.day().isAfter(day) ? each.day() : day, each.effect(), BigDecimal::add));
        BigDecimal held = NOTHING;
        BigDecimal least = byDay.firstEntry().getValue();
        for (BigDecimal effect : byDay.values()) {
            held = held.add(effect);
            least = least.min(held);
        }
        return least;
    }

    /**
     * The deferred contribution of an agreement (R-FIN-6).
     *
     * @param opening received and not used yet when the period begins
     * @param recognised used in the period, and never more than there was
     * @param receivable used beyond what was received, at the end
     */
    public record DeferredContribution(
            BigDecimal opening,
            BigDecimal received,
            BigDecimal recognised,
            BigDecimal closing,
            BigDecimal receivable) {}

    /** The deferred contribution of a period, from what was received and spent before it and in it. */
    public static DeferredContribution defer(
            BigDecimal receivedBefore, BigDecimal spentBefore, BigDecimal received, BigDecimal spent) {
        BigDecimal opening = receivedBefore.subtract(spentBefore).max(NOTHING);
        BigDecimal left = receivedBefore.add(received).subtract(spentBefore).subtract(spent);
        BigDecimal closing = left.max(NOTHING);
        return new DeferredContribution(
                opening,
                received,
                opening.add(received).subtract(closing),
                closing,
                left.min(NOTHING).negate());
    }
}
