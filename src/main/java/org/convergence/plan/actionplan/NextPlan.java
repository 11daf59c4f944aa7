package org.convergence.plan.actionplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decisions from which the next plan is made.
 *
 * @param from the plan that is continued
 * @param begins first day of the next period
 * @param ends last day of the next period
 * @param lines the actions and sub-actions that continue; the others are withdrawn, and a sub-action with its action
 * @param gone people leaving before the next period: their actions get no responsible person
 */
public record NextPlan(
        PlanId from, String title, LocalDate begins, LocalDate ends, List<ContinuedLine> lines, Set<UUID> gone) {

    public NextPlan {
        lines = List.copyOf(lines);
        gone = Set.copyOf(gone);
    }

    /**
     * A line that continues.
     *
     * @param text the new text, {@code null} to keep the text
     * @param target the new number of its target, {@code null} to keep it
     * @param effort the size according to recorded hours, {@code null} to keep the size
     * @param postponed why it stays postponed for lack of means in the next period, {@code null} if it does not
     */
    public record ContinuedLine(
            ActionId from,
            @Nullable String text,
            @Nullable BigDecimal target,
            @Nullable EffortSize effort,
            @Nullable String postponed) {

        /** A line that continues unchanged. */
        public static ContinuedLine unchanged(ActionId from) {
            return new ContinuedLine(from, null, null, null, null);
        }
    }
}
