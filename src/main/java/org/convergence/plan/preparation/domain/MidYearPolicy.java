package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans.PlannedWork;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear.LineAtRisk;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear.RiskReason;
import org.jspecify.annotations.Nullable;

/** Finds the actions that will not be done by the end of the year (R-YEAR-2). */
final class MidYearPolicy {

    private static final BigDecimal ENOUGH = new BigDecimal("0.75");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MidYearPolicy() {}

    /**
     * What is known beside the actions.
     *
     * @param work the planned work by action
     * @param hoursLeft hours that firm actions leave, {@code null} where none are known
     * @param percentOver share of the year that is over
     * @param yearEnd the last day of the year
     */
    record YearAhead(
            Map<ActionId, PlannedWork> work,
            @Nullable BigDecimal hoursLeft,
            int percentOver,
            LocalDate today,
            LocalDate yearEnd) {}

    /** The actions at risk, in their order. The hours left are given to the actions in this order too. */
    static List<LineAtRisk> findAtRisk(List<ActionProgress> actions, YearAhead ahead) {
        List<LineAtRisk> found = new ArrayList<>();
        BigDecimal left = ahead.hoursLeft();
        for (ActionProgress action : actions) {
            if (action.state() == ActionState.DONE || action.state().isSetAside()) {
                continue;
            }
            BigDecimal expected = expectedIfBehind(action, ahead.percentOver());
            RiskReason reason = reason(action, expected, ahead);
            if (reason == null && left != null && action.line().commitment() != Commitment.FIRM) {
                left = left.subtract(hoursToCome(action, ahead.work()));
                reason = left.signum() < 0 && hoursToCome(action, ahead.work()).signum() > 0
                        ? RiskReason.NO_HOURS
                        : null;
            }
            if (reason != null) {
                found.add(new LineAtRisk(action, reason, reason == RiskReason.BEHIND ? expected : null));
            }
        }
        return found;
    }

    private static @Nullable RiskReason reason(ActionProgress action, @Nullable BigDecimal expected, YearAhead ahead) {
        if (action.state() == ActionState.LATE) {
            return RiskReason.LATE;
        }
        Commitment commitment = action.line().commitment();
        if (action.evidence().done() == 0 && action.evidence().nextPlanned() == null) {
            if (commitment == Commitment.ON_REQUEST || commitment == Commitment.IF_SITUATION_CALLS) {
                return RiskReason.NOT_ASKED;
            }
            return isExpectedByNow(ahead.work().get(action.line().id()), ahead) ? RiskReason.NOT_BEGUN : null;
        }
        return expected == null || action.evidence().done() == 0 ? null : RiskReason.BEHIND;
    }

    /**
     * Whether something should have been done by now: not where its window begins later, or ends on a day of its own to
     * come. An action whose parts carry the work is judged by the plan's period.
     */
    private static boolean isExpectedByNow(@Nullable PlannedWork work, YearAhead ahead) {
        if (work == null) {
            return true;
        }
        LocalDate from = work.from();
        LocalDate to = work.to();
        boolean ownDayToCome = to != null && to.isBefore(ahead.yearEnd()) && !to.isBefore(ahead.today());
        return !ownDayToCome && (from == null || !from.isAfter(ahead.today()));
    }

    /** What the target reaches at the present pace, if that is not enough; {@code null} if it is, or cannot be told. */
    private static @Nullable BigDecimal expectedIfBehind(ActionProgress action, int percentOver) {
        ActionTarget target = action.target();
        if (target == null || target.measure() == TargetMeasure.DELIVERABLE) {
            return null;
        }
        BigDecimal expected = target.quantityReached(action.evidence())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(percentOver), 0, RoundingMode.HALF_UP);
        return expected.compareTo(target.number().multiply(ENOUGH)) < 0 ? expected : null;
    }

    private static BigDecimal hoursToCome(ActionProgress action, Map<ActionId, PlannedWork> work) {
        PlannedWork planned = work.get(action.line().id());
        if (planned == null || planned.effort() == null) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(planned.effort().hours())
                .subtract(action.evidence().hours())
                .max(BigDecimal.ZERO);
    }
}
