package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.StateCounts;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats states, counts and figures of plans as text, tones and bars. */
final class PlanFormatter {

    private PlanFormatter() {}

    static Tone tone(ActionState state) {
        return switch (state) {
            case DONE -> Tone.OK;
            case UNDER_WAY -> Tone.ACTIVE;
            case TO_COME -> Tone.AHEAD;
            case LATE -> Tone.BAD;
            case POSTPONED -> Tone.WARN;
            case NO_REQUEST, DROPPED -> Tone.REST;
        };
    }

    static Tone tone(MeansSignal signal) {
        return switch (signal) {
            case LATE -> Tone.BAD;
            case QUIET, WATCH -> Tone.WARN;
            case ON_TRACK, DONE -> Tone.OK;
            case NOT_BEGUN -> Tone.AHEAD;
            case AT_REST -> Tone.REST;
        };
    }

    static String state(ActionState state, Words t) {
        return t.say("actionplan.state." + state.name());
    }

    /** « Rien depuis 5 semaines », « En retard ». */
    static String signal(MeansProgress means, Words t) {
        if (means.signal() == MeansSignal.QUIET && means.lastDone() != null) {
            return t.say("actionplan.signal.quiet-since", means.quietWeeks());
        }
        return t.say("actionplan.signal." + means.signal().name());
    }

    /** « 2 faites, 3 en cours, 1 à venir ». */
    static String counts(StateCounts counts, Words t) {
        List<String> parts = new ArrayList<>();
        for (ActionState state : ActionState.values()) {
            if (counts.countOf(state) > 0) {
                parts.add(t.say("actionplan.count." + state.name(), counts.countOf(state)));
            }
        }
        return parts.isEmpty() ? t.say("actionplan.count.none") : String.join(", ", parts);
    }

    /** The counts of a whole plan. */
    static StateCounts totalCounts(PlanProgress progress) {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        progress.objectives()
                .forEach(objective -> objective
                        .counts()
                        .byState()
                        .forEach((state, number) -> counts.merge(state, number, Integer::sum)));
        return new StateCounts(counts);
    }

    static List<BarSegment> bar(StateCounts counts) {
        List<BarSegment> bar = new ArrayList<>();
        for (ActionState state : ActionState.values()) {
            if (counts.countOf(state) > 0) {
                bar.add(new BarSegment(tone(state), counts.countOf(state)));
            }
        }
        return bar;
    }

    /** « Il y a 6 jours »; {@code null} if nothing was done. */
    static @Nullable String ago(@Nullable LocalDate day, LocalDate today, Words t) {
        return day == null ? null : t.capital(t.ago(day, today));
    }

    /** « Objectif 1 · Tisser des liens »; only the title if there is no code. */
    static String objective(@Nullable String code, String title, Words t) {
        return code == null ? title : t.say("actionplan.objective.titled", code, title);
    }

    /** « Tous les mois », « 6 fois par an ». */
    static String rhythm(int timesPerYear, Words t) {
        return t.say("actionplan.rhythm", timesPerYear);
    }

    static String period(LineWording.PlanWording facts, Words t) {
        return facts.from() == null && facts.to() == null
                ? t.say("actionplan.no-period")
                : t.period(facts.from(), facts.to());
    }

    /** The URL segment of a constant. */
    static String slug(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
