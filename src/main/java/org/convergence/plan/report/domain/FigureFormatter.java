package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.platform.text.Words;

/** Formats figures as text, the same on the page and on paper. */
public final class FigureFormatter {

    private FigureFormatter() {}

    /** « 1 318 participations (824 femmes, 402 hommes, 12 autre genre, 80 non déclaré) ». */
    public static String participations(RealisationFigures figures, Words t) {
        return t.say("report.count.participations", figures.participations().total()) + genders(figures, t);
    }

    /** « (824 femmes, 402 hommes, 12 autre genre, 80 non déclaré) », after a space; empty if nothing is stated. */
    static String genders(RealisationFigures figures, Words t) {
        RealisationFigures.GenderCounts all = figures.participations();
        List<String> parts = new ArrayList<>();
        add(parts, all.women(), "report.count.women", t);
        add(parts, all.men(), "report.count.men", t);
        add(parts, all.other(), "report.count.other", t);
        if (parts.isEmpty()) {
            return "";
        }
        add(parts, all.notStated(), "report.count.not-stated", t);
        return " (" + String.join(", ", parts) + ")";
    }

    /** « 500 participations »; for a deliverable, its name. */
    public static String target(TargetProgress goal, Words t) {
        return new ActionTarget(goal.measure(), goal.number(), goal.kinds(), goal.words()).format(t);
    }

    /** « 412 »; « remis » or « pas remis » for a deliverable. */
    public static String formatReached(TargetProgress goal, Words t) {
        return goal.measure() == TargetMeasure.DELIVERABLE
                ? t.say(goal.gap().signum() >= 0 ? "report.goal.handed-over" : "report.goal.not-handed-over")
                : t.decimal(goal.reached());
    }

    /** « +118 », « −88 », « 0 ». */
    public static String gap(TargetProgress goal, Words t) {
        return (goal.gap().signum() > 0 ? "+" : "") + t.decimal(goal.gap());
    }

    /** « 18 faites, 22 en cours, 3 à venir »; empty if there is no action. */
    public static String states(Map<ActionState, Integer> states, Words t) {
        List<String> parts = new ArrayList<>();
        for (ActionState state : ActionState.values()) {
            int number = states.getOrDefault(state, 0);
            if (number > 0) {
                parts.add(t.say("actionplan.count." + state.name(), number));
            }
        }
        return String.join(", ", parts);
    }

    /** The realisations behind the progress of a target. */
    public static EvidenceFilter evidence(TargetProgress goal) {
        UUID action = goal.action();
        EvidenceFilter all =
                switch (goal.measure()) {
                    case REALISATIONS, DELIVERABLE -> EvidenceFilter.of(action, FigureMeasure.REALISATIONS);
                    case PARTICIPATIONS -> EvidenceFilter.of(action, FigureMeasure.PARTICIPATIONS);
                    case ORGANISATIONS -> EvidenceFilter.of(action, FigureMeasure.ORGANISATIONS);
                    case HOURS -> EvidenceFilter.of(action, FigureMeasure.HOURS);
                    case COPIES -> EvidenceFilter.of(action, FigureMeasure.COPIES);
                };
        return goal.measure() == TargetMeasure.REALISATIONS
                ? all.of(goal.kinds().stream()
                        .map(org.convergence.plan.realisation.RealisationKind::valueOf)
                        .toList())
                : all;
    }

    private static void add(List<String> parts, long number, String key, Words t) {
        if (number > 0) {
            parts.add(t.say(key, number));
        }
    }
}
