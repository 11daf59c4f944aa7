package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an action that is not done still asks of the team. An action with sub-actions of which some have an effort asks
 * through them, and not beside them.
 *
 * @param effort {@code null} where nobody said
 * @param from first day of its window, else of its plan
 * @param to last day of its window, else of its plan
 * @param timesPerYear its rhythm, {@code null} for none
 * @param steps the days on which its rhythm brings it back, from today to its end
 * @param responsible a person of the directory, {@code null} for none
 */
public record PlannedWork(
        PlanLine line,
        ActionState state,
        @Nullable EffortSize effort,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer timesPerYear,
        List<LocalDate> steps,
        @Nullable UUID responsible) {

    public PlannedWork {
        steps = List.copyOf(steps);
    }
}
