package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a plan on a day: counts of actions by state, never an average. Sub-actions belong to their action and
 * are not counted separately.
 *
 * @param asOf the day; for a closed plan, the day on which it was closed
 */
public record PlanProgress(PlanId plan, LocalDate asOf, List<ObjectiveProgress> objectives) {

    public PlanProgress {
        objectives = List.copyOf(objectives);
    }

    /** The counts of the whole plan. */
    public StateCounts totalCounts() {
        Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
        objectives.forEach(objective ->
                objective.counts().byState().forEach((state, number) -> counts.merge(state, number, Integer::sum)));
        return new StateCounts(counts);
    }

    /** The number of actions in each state; states without any are left out. */
    public record StateCounts(Map<ActionState, Integer> byState) {

        public int countOf(ActionState state) {
            return byState.getOrDefault(state, 0);
        }

        public int total() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Progress of an objective. */
    public record ObjectiveProgress(
            ObjectiveId id, @Nullable String code, String title, StateCounts counts, List<MeansProgress> means) {}

    /**
     * Progress of a means.
     *
     * @param lastDone the last day of its latest realisation
     * @param quietWeeks whole weeks without a realisation if its signal is quiet; else 0
     */
    public record MeansProgress(
            MeansId id,
            @Nullable String code,
            String title,
            @Nullable Area area,
            StateCounts counts,
            MeansSignal signal,
            @Nullable LocalDate lastDone,
            int quietWeeks,
            List<ActionProgress> actions) {}

    /**
     * Progress of an action or sub-action.
     *
     * @param reason the reason of a state set by a person
     * @param lateSince if it is late, the last day of its window or of its sub-actions'; {@code null} if only rhythm
     *     steps are missed
     * @param lateByParts whether it is late only because of sub-actions
     * @param evidence what was done
     */
    public record ActionProgress(
            PlanLine line,
            ActionState state,
            @Nullable String reason,
            @Nullable LocalDate lateSince,
            boolean lateByParts,
            ActionEvidence evidence,
            @Nullable ActionTarget target,
            List<ActionProgress> subActions) {}
}
