package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.StateCounts;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats states, counts and figures of plans as text, tones and bars; gives the addresses of lines. */
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

    /** The address of an operation on a line. */
    static String lineUrl(LineLevel level, UUID line, String gesture) {
        return "/plan/actionplan/line/" + slug(level) + "/" + line + gesture;
    }

    /** The page shown after an operation: in a draft the text, else the line's page. */
    static String lineReturnUrl(LineFacts facts) {
        if (!facts.plan().isDraft()) {
            if (facts.level() == LineLevel.ACTION) {
                return "/plan/actionplan/action/" + facts.id();
            }
            if (facts.level() == LineLevel.MEANS) {
                return "/plan/actionplan/means/" + facts.id();
            }
        }
        return PlanHeadAssembler.url(facts.plan(), "/text") + "#l-" + facts.id();
    }

    /** A field's value for display: constants are shown by their label. */
    static String formatValue(String field, String value, Words t) {
        if (field.equals("kinds")) {
            return value.isEmpty() ? value : ActionTarget.kindName(value, t);
        }
        String key =
                switch (field) {
                    case "commitment" -> "actionplan.commitment.";
                    case "area" -> "actionplan.area.";
                    case "measure" -> "actionplan.measure.";
                    case "kind" -> t.has("actionplan.kind." + value) ? "actionplan.kind." : "actionplan.section.";
                    case "effort" -> "actionplan.effort.";
                    case "stated" -> "actionplan.state.";
                    default -> "";
                };
        return !key.isEmpty() && t.has(key + value) ? t.say(key + value) : value;
    }
}
