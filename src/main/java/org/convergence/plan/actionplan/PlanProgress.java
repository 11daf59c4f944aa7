package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan is on a day: counts of actions by state, never an average. Sub-actions are part of their action and are
 * not counted beside it.
 *
 * @param asOf the day; for a closed plan, the day on which it was closed
 */
public record PlanProgress(PlanId plan, LocalDate asOf, List<OfObjective> objectives) {

    public PlanProgress {
        objectives = List.copyOf(objectives);
    }

    /** How many actions are in each state; states without any are left out. */
    public record Counts(Map<ActionState, Integer> byState) {

        public int of(ActionState state) {
            return byState.getOrDefault(state, 0);
        }

        public int total() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Progress of an objective. */
    public record OfObjective(
            ObjectiveId id, @Nullable String code, String title, Counts counts, List<OfMeans> means) {}

    /**
     * Progress of a means.
     *
     * @param lastDone the latest day on which something was done for it
     * @param quietWeeks whole weeks without a realisation, where that is its signal; else 0
     */
    public record OfMeans(
            MeansId id,
            @Nullable String code,
            String title,
            @Nullable Area area,
            Counts counts,
            Signal signal,
            @Nullable LocalDate lastDone,
            int quietWeeks,
            List<OfAction> actions) {}

    /**
     * Progress of an action or sub-action.
     *
     * @param reason why, where the state was said by someone
     * @param lateSince of one that is late, the last day of its time, or of that of its sub-actions; {@code null} where
     *     steps of a rhythm are missing
     * @param lateByParts whether it is late only because sub-actions are
     * @param evidence what was done
     */
    public record OfAction(
            PlanLine line,
            ActionState state,
            @Nullable String reason,
            @Nullable LocalDate lateSince,
            boolean lateByParts,
            Evidence evidence,
            @Nullable Target target,
            List<OfAction> subActions) {}
}
