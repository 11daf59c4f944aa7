package org.convergence.plan.actionplan.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Words;

/** Parses a typed target: « 500 participations », « 40 h », "3 realisations", or the name of a deliverable. */
final class TargetWords {

    private static final Pattern AMOUNT =
            Pattern.compile("([\\d\\s\\u00a0\\u202f.,']{1,14}?)[\\s\\u00a0\\u202f]*(\\p{L}.*)?");

    private record Reading(Pattern words, TargetMeasure measure) {}

    private static final List<Reading> READINGS = List.of(
            new Reading(
                    Pattern.compile("(realisations?|activites?|activit(y|ies)|fois|times)( .*)?"),
                    TargetMeasure.REALISATIONS),
            new Reading(
                    Pattern.compile("participations?|participantes?|participants?|personnes|people"),
                    TargetMeasure.PARTICIPATIONS),
            new Reading(
                    Pattern.compile("organisations?|organizations?|organismes?|syndicats?"),
                    TargetMeasure.ORGANISATIONS),
            new Reading(Pattern.compile("(h|heures?|hours?)( (de|of) realisations)?"), TargetMeasure.HOURS),
            new Reading(Pattern.compile("exemplaires?|copies|copy"), TargetMeasure.COPIES));

    private TargetWords() {}

    /** The target; empty for a bare number, which has no measure, or for zero. */
    static Optional<Target> read(String typed, Words t) {
        String text = typed.strip();
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return Optional.of(deliverable(text));
        }
        if (amount.group(2) == null) {
            return Optional.empty();
        }
        String unit = Fold.of(amount.group(2));
        BigDecimal number = number(amount.group(1));
        for (String kind : Target.KINDS) {
            if (number.signum() > 0 && Fold.of(text).equals(Fold.of(t.say("actionplan.target.kind", number, kind)))) {
                return Optional.of(new Target(TargetMeasure.REALISATIONS, number, List.of(kind), null));
            }
        }
        for (Reading reading : READINGS) {
            if (reading.words.matcher(unit).matches()) {
                return number.signum() > 0
                        ? Optional.of(new Target(reading.measure, number, List.of(), null))
                        : Optional.empty();
            }
        }
        return Optional.of(deliverable(text));
    }

    private static Target deliverable(String words) {
        return new Target(TargetMeasure.DELIVERABLE, BigDecimal.ONE, List.of(), words);
    }

    /** Spaces group thousands; a comma or point with one or two figures after it is decimal. */
    private static BigDecimal number(String figures) {
        String plain = figures.replaceAll("[\\s\\u00a0\\u202f']", "");
        Matcher decimal = Pattern.compile("(.*)[.,](\\d{1,2})").matcher(plain);
        String whole = decimal.matches() ? decimal.group(1) : plain;
        String rest = decimal.matches() ? "." + decimal.group(2) : "";
        String digits = whole.replaceAll("[.,]", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits + rest);
    }
}
