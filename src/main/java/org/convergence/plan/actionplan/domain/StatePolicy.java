package org.convergence.plan.actionplan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.ManualState;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * The state of an action (R-STATE-1 to R-STATE-6).
 *
 * <ol>
 *   <li>A decision or a state set by a person comes first: dropped, postponed for lack of means, no request this year,
 *       nothing left to do. A realisation after the day on which a state was set makes it void; a decision to drop
 *       holds. The state of an action applies to its sub-actions too.
 *   <li>Late, if one of its sub-actions is late.
 *   <li>Done: its target is reached; or all its kept sub-actions are done; or, without a target, its time is over,
 *       something was done and fewer than two steps of its rhythm are missing.
 *   <li>Late, if it is firm: its time is over, or two steps of its rhythm were missed.
 *   <li>Under way: something was done for it.
 *   <li>Else it is to come.
 *   <li>Its time is its window; without one, its plan's period.
 * </ol>
 */
final class StatePolicy {

    private static final int STEPS_THAT_MAKE_LATE = 2;

    private StatePolicy() {}

    static ActionState stateOf(ActionSituation action, LocalDate today) {
        ActionState said = manualStateOf(action, today);
        if (said != null) {
            return said;
        }
        if (action.parts().contains(ActionState.LATE)) {
            return ActionState.LATE;
        }
        if (isDone(action, today)) {
            return ActionState.DONE;
        }
        if (isLate(action, today)) {
            return ActionState.LATE;
        }
        return hasBegun(action) ? ActionState.UNDER_WAY : ActionState.TO_COME;
    }

    /** The state decided or set by a person, while it holds; {@code null} if the rules apply. */
    static @Nullable ActionState manualStateOf(ActionSituation action, LocalDate today) {
        if (action.dropped()) {
            return ActionState.DROPPED;
        }
        ManualState stated = action.stated();
        if (stated != null && !isVoid(stated, action.evidence())) {
            return stated.state();
        }
        LocalDate completed = action.completedOn();
        return completed != null && !completed.isAfter(today) ? ActionState.DONE : null;
    }

    /**
     * The state of a sub-action whose action has a set state: done or set aside stays so, any other becomes that of the
     * action.
     */
    static ActionState stateOfPart(ActionState part, @Nullable ActionState saidOfWhole) {
        return saidOfWhole == null || part == ActionState.DONE || part.isSetAside() ? part : saidOfWhole;
    }

    /** Whether something was done after the day on which the state was set. */
    static boolean isVoid(@Nullable ManualState stated, ActionEvidence evidence) {
        LocalDate last = evidence.lastDone();
        return stated != null && last != null && last.isAfter(stated.on());
    }

    private static boolean isDone(ActionSituation action, LocalDate today) {
        if (action.target() != null) {
            return action.reachesTarget();
        }
        if (!action.parts().isEmpty()) {
            return areAllUndroppedDone(action.parts());
        }
        return action.isOver(today) && action.evidence().done() > 0 && !missesItsRhythm(action, today);
    }

    /** Whether it is late by itself, apart from its sub-actions. */
    static boolean isLate(ActionSituation action, LocalDate today) {
        return action.isFirm() && (action.isOver(today) || missesItsRhythm(action, today));
    }

    private static boolean missesItsRhythm(ActionSituation action, LocalDate today) {
        return action.missedSteps(today) >= STEPS_THAT_MAKE_LATE;
    }

    private static boolean hasBegun(ActionSituation action) {
        return action.evidence().done() > 0
                || action.parts().contains(ActionState.DONE)
                || action.parts().contains(ActionState.UNDER_WAY);
    }

    static boolean areAllUndroppedDone(List<ActionState> states) {
        List<ActionState> kept =
                states.stream().filter(state -> !state.isSetAside()).toList();
        return !kept.isEmpty() && kept.stream().allMatch(state -> state == ActionState.DONE);
    }

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
}
