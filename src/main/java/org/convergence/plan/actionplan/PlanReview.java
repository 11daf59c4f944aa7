package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that runs or has ended, as needed to prepare the next one.
 *
 * @param beside the follow-up of each action and sub-action, by its id
 * @param period the proposed next period, {@code null} if the plan has none
 * @param next the plan that continues it, {@code null} if there is none yet
 */
public record PlanReview(
        PlanSummary plan,
        PlanProgress progress,
        Map<ActionId, LineReview> beside,
        @Nullable NextPeriod period,
        @Nullable PlanSummary next) {

    public PlanReview {
        beside = Map.copyOf(beside);
    }

    /**
     * The follow-up of a line.
     *
     * @param responsible a person of the directory
     * @param completedOn the day from which nothing is left to do
     * @param quietBefore whether the plan of the period before contained it, without any realisation for it
     */
    public record LineReview(
            @Nullable EffortSize effort,
            @Nullable UUID responsible,
            @Nullable String responsibleName,
            @Nullable LocalDate completedOn,
            boolean quietBefore) {}
}
