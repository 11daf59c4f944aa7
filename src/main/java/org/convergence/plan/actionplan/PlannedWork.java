package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work left in an action that is not done. If some sub-actions have an effort, they replace their action.
 *
 * @param effort {@code null} if not set
 * @param from first day of its window, else of its plan
 * @param to last day of its window, else of its plan
 * @param timesPerYear its rhythm, {@code null} for none
 * @param steps the days of its rhythm, from today to its end
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
