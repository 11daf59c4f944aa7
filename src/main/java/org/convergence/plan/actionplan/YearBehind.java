package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that runs or is over, as who prepares the next one looks at it.
 *
 * @param beside what is said of each action and sub-action beside its text
 * @param period the next one as it is proposed, {@code null} where the plan's is not known
 * @param next the plan that continues it, {@code null} as long as there is none
 */
public record YearBehind(
        PlanSummary plan,
        PlanProgress progress,
        Map<ActionId, Beside> beside,
        @Nullable NextPeriod period,
        @Nullable PlanSummary next) {

    public YearBehind {
        beside = Map.copyOf(beside);
    }

    /**
     * What is said of a line beside its text.
     *
     * @param responsible a person of the directory
     * @param completedOn the day from which nothing more is to be done
     * @param quietBefore whether it stood in the plan of the period before, and nothing was done for it there
     */
    public record Beside(
            @Nullable EffortSize effort,
            @Nullable UUID responsible,
            @Nullable String responsibleName,
            @Nullable LocalDate completedOn,
            boolean quietBefore) {}
}
