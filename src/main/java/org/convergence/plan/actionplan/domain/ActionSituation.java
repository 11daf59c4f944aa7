package org.convergence.plan.actionplan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * The facts that, with the day, determine the state of an action.
 *
 * @param from first day of its window, else of its plan
 * @param to last day of its window, else of its plan; {@code null} if neither is known
 * @param completedOn the day from which nothing is left to do, {@code null} if not set
 * @param stated the state set by a person
 * @param dropped whether it was dropped by decision
 * @param parts the states of its sub-actions
 */
record ActionSituation(
        Commitment commitment,
        @Nullable ActionTarget target,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Rhythm rhythm,
        @Nullable LocalDate completedOn,
        @Nullable ManualState stated,
        boolean dropped,
        ActionEvidence evidence,
        List<ActionState> parts) {

    boolean isFirm() {
        return commitment == Commitment.FIRM;
    }

    boolean isOver(LocalDate today) {
        return to != null && today.isAfter(to);
    }

    boolean hasBegunBy(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    /** Whether the target is reached, in its own measure; {@code false} if there is none. */
    boolean reachesTarget() {
        if (target == null) {
            return false;
        }
        BigDecimal reached = target.quantityReached(evidence);
        return reached.compareTo(target.number()) >= 0;
    }

    /** Steps of its rhythm missed, up to the end of its window. */
    int missedSteps(LocalDate today) {
        if (rhythm == null) {
            return 0;
        }
        LocalDate last = latest(latest(rhythm.since(), from), evidence.lastDone());
        return rhythm.missedSteps(last, to != null && today.isAfter(to) ? to : today);
    }

    private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
        return other == null || other.isBefore(one) ? one : other;
    }
}
