package org.convergence.plan.actionplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes on from a plan into the next one, as it was decided.
 *
 * @param from the plan that is continued
 * @param begins first day of the next period
 * @param ends last day of the next period
 * @param lines the actions and sub-actions that go on; what is not among them is withdrawn, and a sub-action with its action
 * @param gone people who are no longer there in the next period: nobody answers in their place
 */
public record NextPlan(PlanId from, String title, LocalDate begins, LocalDate ends, List<Line> lines, Set<UUID> gone) {

    public NextPlan {
        lines = List.copyOf(lines);
        gone = Set.copyOf(gone);
    }

    /**
     * A line that goes on.
     *
     * @param text other words for it, {@code null} for the same
     * @param target another number for its target, {@code null} for the same
     * @param effort the size that its hours showed, {@code null} for the same
     * @param postponed why it waits for means in the next period too, {@code null} where it does not
     */
    public record Line(
            ActionId from,
            @Nullable String text,
            @Nullable BigDecimal target,
            @Nullable EffortSize effort,
            @Nullable String postponed) {

        /** The same as it is. */
        public static Line kept(ActionId from) {
            return new Line(from, null, null, null, null);
        }
    }
}
