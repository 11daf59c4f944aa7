package org.convergence.plan.actionplan;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Reads how often an action recurs, as a person or a plan writes it: « mensuel », « deux fois par an ». */
public final class RhythmParser {

    private static final int MOST = 52;
    private static final int MONTHS = 12;
    private static final List<RhythmPattern> READINGS = List.of(
            reading(26, "toutes les (2|deux) semaines|aux (2|deux) semaines|every (2|two) weeks|biweekly"),
            reading(6, "tous les (2|deux) mois|aux (2|deux) mois|bimestriel(le)?|every (2|two) months"),
            reading(
                    4,
                    "tous les (3|trois) mois|chaque trimestre|par trimestre|trimestriel(le)?|every quarter|quarterly"),
            reading(2, "semestriel(le)?|chaque semestre|tous les (6|six) mois|twice a year|half yearly"),
            reading(24, "bimensuel(le)?|twice a month"),
            reading(52, "hebdomadaire|chaque semaine|toutes les semaines|par semaine|every week|weekly"),
            reading(12, "mensuel(le)?|chaque mois|tous les mois|par mois|every month|monthly"),
            reading(
                    1,
                    "annuel(le)?|chaque annee|tous les ans|une fois par an|once a year|every year|yearly|annual(ly)?"));
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,2}|une|deux|trois|quatre|once|twice)(?: fois| times?| x)?"
                    + "(?: (?:par|a|per|le|la|l) (an|annee|year|mois|month|semaine|week))?");

    private RhythmParser() {}

    /** The number of times a year; empty if the text is not understood. */
    public static OptionalInt parse(String typed) {
        String folded = TextNormalizer.fold(typed);
        for (RhythmPattern reading : READINGS) {
            if (reading.words.matcher(folded).matches()) {
                return OptionalInt.of(reading.timesPerYear);
            }
        }
        Matcher number = NUMBER.matcher(folded);
        if (!number.matches()) {
            return OptionalInt.empty();
        }
        int times = figure(number.group(1)) * perYear(number.group(2));
        return times >= 1 && times <= MOST ? OptionalInt.of(times) : OptionalInt.empty();
    }

    private static int perYear(@Nullable String unit) {
        if (unit == null) {
            return 1;
        }
        return switch (unit) {
            case "mois", "month" -> MONTHS;
            case "semaine", "week" -> MOST;
            default -> 1;
        };
    }

    private static int figure(String word) {
        return switch (word) {
            case "une", "once" -> 1;
            case "deux", "twice" -> 2;
            case "trois" -> 3;
            case "quatre" -> 4;
            default -> Integer.parseInt(word);
        };
    }

    private static RhythmPattern reading(int times, String words) {
        return new RhythmPattern(Pattern.compile(words), times);
    }

    private record RhythmPattern(Pattern words, int timesPerYear) {}
}
