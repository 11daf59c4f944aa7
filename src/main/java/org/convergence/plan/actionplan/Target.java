package org.convergence.plan.actionplan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What an action wants to reach, in one measure (R-TARGET-1).
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

    /** The kinds of realisations that a target may count, by their stable names. */
    public static final List<String> KINDS = List.of(
            "WORKSHOP",
            "TRAINING",
            "MEETING",
            "REPRESENTATION",
            "SPEECH",
            "PUBLICATION",
            "MEDIA",
            "RESOLUTION",
            "MISSION",
            "REPORT",
            "OTHER");

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

    /** « 500 participations », « 12 ateliers (périodes en classe) », « Étude de faisabilité ». */
    public String say(Words t) {
        if (measure == TargetMeasure.DELIVERABLE && words != null) {
            return words;
        }
        return words == null ? amount(t) : t.say("actionplan.target.kinds", amount(t), words);
    }

    /** What is counted and how much of it: « 12 ateliers », « 6 réalisations (rencontres, formations) ». */
    public String amount(Words t) {
        if (kinds.size() == 1) {
            return t.say("actionplan.target.kind", number, kinds.get(0));
        }
        String amount = t.say("actionplan.target." + measure.name(), number);
        return kinds.isEmpty()
                ? amount
                : t.say(
                        "actionplan.target.kinds",
                        amount,
                        kinds.stream().map(kind -> kind(kind, t)).collect(Collectors.joining(", ")));
    }

    /** What realisations of a kind are called: « ateliers ». */
    public static String kind(String kind, Words t) {
        return t.say("actionplan.target.kind.name", kind);
    }

    /** How much of it the evidence shows, in the target's own measure; a deliverable is counted by its completion. */
    public BigDecimal reachedBy(Evidence evidence) {
        return switch (measure) {
            case REALISATIONS -> BigDecimal.valueOf(evidence.counted(kinds));
            case PARTICIPATIONS -> BigDecimal.valueOf(evidence.participations());
            case ORGANISATIONS -> BigDecimal.valueOf(evidence.organisations());
            case HOURS -> evidence.hours();
            case COPIES -> BigDecimal.valueOf(evidence.copies());
            case DELIVERABLE -> BigDecimal.ZERO;
        };
    }
}
