package org.convergence.plan.actionplan.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;

/** Parses a typed target: « 500 participations », « 40 h », "3 realisations", or the name of a deliverable. */
final class TargetParser {

    private static final Pattern AMOUNT =
            Pattern.compile("([\\d\\s\\u00a0\\u202f.,']{1,14}?)[\\s\\u00a0\\u202f]*(\\p{L}.*)?");

    private record MeasurePattern(Pattern words, TargetMeasure measure) {}

    private static final List<MeasurePattern> READINGS = List.of(
            new MeasurePattern(
                    Pattern.compile("(realisations?|activites?|activit(y|ies)|fois|times)( .*)?"),
                    TargetMeasure.REALISATIONS),
            new MeasurePattern(
                    Pattern.compile("participations?|participantes?|participants?|personnes|people"),
                    TargetMeasure.PARTICIPATIONS),
            new MeasurePattern(
                    Pattern.compile("organisations?|organizations?|organismes?|syndicats?"),
                    TargetMeasure.ORGANISATIONS),
            new MeasurePattern(Pattern.compile("(h|heures?|hours?)( (de|of) realisations)?"), TargetMeasure.HOURS),
            new MeasurePattern(Pattern.compile("exemplaires?|copies|copy"), TargetMeasure.COPIES));

    private TargetParser() {}

    /** The target; empty for a bare number, which has no measure, or for zero. */
    static Optional<ActionTarget> parse(String typed, Words t) {
        String text = typed.strip();
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return Optional.of(deliverable(text));
        }
        if (amount.group(2) == null) {
            return Optional.empty();
        }
        String unit = TextNormalizer.fold(amount.group(2));
        BigDecimal number = number(amount.group(1));
        for (String kind : ActionTarget.KINDS) {
            if (number.signum() > 0
                    && TextNormalizer.fold(text)
                            .equals(TextNormalizer.fold(t.say("actionplan.target.kind", number, kind)))) {
                return Optional.of(new ActionTarget(TargetMeasure.REALISATIONS, number, List.of(kind), null));
            }
        }
        for (MeasurePattern reading : READINGS) {
            if (reading.words.matcher(unit).matches()) {
                return number.signum() > 0
                        ? Optional.of(new ActionTarget(reading.measure, number, List.of(), null))
                        : Optional.empty();
            }
        }
        return Optional.of(deliverable(text));
    }

    private static ActionTarget deliverable(String words) {
        return new ActionTarget(TargetMeasure.DELIVERABLE, BigDecimal.ONE, List.of(), words);
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
