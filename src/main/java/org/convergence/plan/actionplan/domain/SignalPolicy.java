package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.domain.StatePolicy.ActionSituation;
import org.jspecify.annotations.Nullable;

/**
 * The signal of a means (R-SIGNAL-1 to R-SIGNAL-4), the gravest first.
 *
 * <ol>
 *   <li>Late, if an action of it is late.
 *   <li>Quiet, if nothing was done for it for some weeks while progress is expected: an action that is under way, or
 *       firm and to come, whose window has been open as long, that has nothing planned in the coming weeks, and that
 *       is not within a step of its rhythm.
 *   <li>To watch, if a firm action that is not done ends within four weeks, or missed a step of its rhythm.
 *   <li>Else on track if something is under way or done; done if all kept actions are; at rest if all were set aside;
 *       not begun.
 * </ol>
 *
 * <p>A plan entered in mid-year is not quiet for time that could not have been recorded: if nothing was done yet, the
 * weeks are counted from the day it was entered, or from its first day if that is later.
 *
 * @param quietWeeks after how many weeks without a realisation a line is quiet
 * @param planBegan the first day of the plan's period, {@code null} if it has none
 * @param enteredOn the day on which the plan was entered here
 */
record SignalPolicy(int quietWeeks, @Nullable LocalDate planBegan, LocalDate enteredOn) {

    private static final int WEEKS_BEFORE_THE_END = 4;

    /** An action with its state. */
    record ActionWithState(ActionSituation action, ActionState state) {}

    MeansSignal signalOf(List<ActionWithState> means, LocalDate today) {
        if (means.stream().anyMatch(line -> line.state == ActionState.LATE)) {
            return MeansSignal.LATE;
        }
        List<ActionState> states = means.stream().map(ActionWithState::state).toList();
        if (states.isEmpty()) {
            return MeansSignal.NOT_BEGUN;
        }
        if (states.stream().allMatch(ActionState::isSetAside)) {
            return MeansSignal.AT_REST;
        }
        if (StatePolicy.areAllUndroppedDone(states)) {
            return MeansSignal.DONE;
        }
        if (weeksWithout(means, today) >= quietWeeks
                && means.stream().anyMatch(line -> isExpectedToMove(line, today))) {
            return MeansSignal.QUIET;
        }
        if (means.stream().anyMatch(line -> isToWatch(line, today))) {
            return MeansSignal.WATCH;
        }
        return states.contains(ActionState.UNDER_WAY) || states.contains(ActionState.DONE)
                ? MeansSignal.ON_TRACK
                : MeansSignal.NOT_BEGUN;
    }

    /** The last day of the means' latest realisation. */
    static @Nullable LocalDate lastDone(List<ActionWithState> means) {
        return means.stream()
                .map(line -> line.action.evidence().lastDone())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** Whole weeks since something was last done, else since something could be; none before the plan begins. */
    int weeksWithout(List<ActionWithState> means, LocalDate today) {
        LocalDate last = lastDone(means);
        LocalDate since = last == null ? enteredOn : last;
        if (planBegan != null && planBegan.isAfter(since)) {
            since = planBegan;
        }
        return (int) Math.max(0, ChronoUnit.WEEKS.between(since, today));
    }

    private boolean isExpectedToMove(ActionWithState line, LocalDate today) {
        ActionSituation action = line.action;
        boolean open = line.state == ActionState.UNDER_WAY || (line.state == ActionState.TO_COME && action.isFirm());
        LocalDate planned = action.evidence().nextPlanned();
        return open
                && action.hasBegunBy(today.minusWeeks(quietWeeks))
                && !action.isOver(today)
                && (planned == null || planned.isAfter(today.plusWeeks(quietWeeks)))
                && (action.rhythm() == null || action.missedSteps(today) > 0);
    }

    private static boolean isToWatch(ActionWithState line, LocalDate today) {
        ActionSituation action = line.action;
        boolean open = line.state == ActionState.UNDER_WAY || line.state == ActionState.TO_COME;
        LocalDate end = action.to();
        boolean ends = end != null && !today.isBefore(end.minusWeeks(WEEKS_BEFORE_THE_END));
        boolean wants = action.target() != null || action.evidence().done() == 0;
        return open && action.isFirm() && ((ends && wants) || action.missedSteps(today) > 0);
    }
}
