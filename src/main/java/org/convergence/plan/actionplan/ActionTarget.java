package org.convergence.plan.actionplan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The goal of an action, in one measure (R-TARGET-1).
 *
 * @param number the quantity, above zero; 1 for a deliverable
 * @param kinds for realisations, the kinds that count, as their module names them; empty for all
 * @param words a description, for instance the deliverable's name, at most 300 characters
 */
@Schema(name = "Target")
public record ActionTarget(
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

    public ActionTarget {
        kinds = List.copyOf(kinds);
        if (number.signum() <= 0) {
            throw new IllegalArgumentException("a target is above zero");
        }
        if (measure == TargetMeasure.DELIVERABLE) {
            number = BigDecimal.ONE;
        }
    }

    /** A quantity of a measure, of any kind. */
    public static ActionTarget of(TargetMeasure measure, long number) {
        return new ActionTarget(measure, BigDecimal.valueOf(number), List.of(), null);
    }

    /** The target in words: « 500 participations », « 12 ateliers (périodes en classe) », « Étude de faisabilité ». */
    public String format(Words t) {
        if (measure == TargetMeasure.DELIVERABLE && words != null) {
            return words;
        }
        return words == null ? amount(t) : t.say("actionplan.target.kinds", amount(t), words);
    }

    /** The quantity with its unit: « 12 ateliers », « 6 réalisations (rencontres, formations) ». */
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
                        kinds.stream().map(kind -> kindName(kind, t)).collect(Collectors.joining(", ")));
    }

    /** The plural name of a kind: « ateliers ». */
    public static String kindName(String kind, Words t) {
        return t.say("actionplan.target.kind.name", kind);
    }

    /**
     * The quantity reached according to the evidence, in the target's measure; a deliverable is completed, not counted.
     */
    public BigDecimal quantityReached(ActionEvidence evidence) {
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
