package org.convergence.plan.actionplan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action wants to reach, in one measure.
 *
 * @param number how much, above zero; 1 for a deliverable
 * @param kinds for realisations, the kinds that count, as their module names them; empty for all
 * @param words what it is, for instance the deliverable's name, at most 300 characters
 */
public record Target(
        TargetMeasure measure,
        BigDecimal number,
        List<String> kinds,
        @Nullable String words) {

    public Target {
        kinds = List.copyOf(kinds);
        if (number.signum() <= 0) {
            throw new IllegalArgumentException("a target is above zero");
        }
        if (measure == TargetMeasure.DELIVERABLE) {
            number = BigDecimal.ONE;
        }
    }

    /** So much of a measure, of any kind. */
    public static Target of(TargetMeasure measure, long number) {
        return new Target(measure, BigDecimal.valueOf(number), List.of(), null);
    }

    /** How much of it the evidence shows, in the target's own measure; a deliverable is counted by its completion. */
    public BigDecimal reachedBy(Evidence evidence) {
        return switch (measure) {
            case REALISATIONS -> BigDecimal.valueOf(evidence.done(kinds));
            case PARTICIPATIONS -> BigDecimal.valueOf(evidence.participations());
            case ORGANISATIONS -> BigDecimal.valueOf(evidence.organisations());
            case HOURS -> evidence.hours();
            case COPIES -> BigDecimal.valueOf(evidence.copies());
            case DELIVERABLE -> BigDecimal.ZERO;
        };
    }
}
