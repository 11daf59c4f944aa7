package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.preparation.domain.Proposal.Reason;
import org.jspecify.annotations.Nullable;

/** Proposes what becomes of each line in the next plan, from its results and hours (R-NEXT-1, R-NEXT-3). */
final class ProposalPolicy {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal A_QUARTER = new BigDecimal("0.25");

    private ProposalPolicy() {}

    static Proposal of(LineYear line) {
        Reason reason = reason(line);
        return new Proposal(choice(reason), reason, effort(line), target(line));
    }

    private static Reason reason(LineYear line) {
        if (line.state() == ActionState.DROPPED) {
            return Reason.DROPPED;
        }
        if (line.completed()) {
            return Reason.COMPLETED;
        }
        if (line.state() == ActionState.POSTPONED) {
            return line.quietAgain() ? Reason.POSTPONED_TWICE : Reason.POSTPONED;
        }
        if (line.done() == 0 && line.state() != ActionState.DONE) {
            return nothingDone(line);
        }
        if (line.state() == ActionState.LATE) {
            return Reason.BEGUN_LATE;
        }
        if (line.nearlyOver() && isFar(line)) {
            return Reason.FAR_FROM_TARGET;
        }
        if (line.state() == ActionState.DONE) {
            return effort(line) == null || line.effort() == null ? Reason.DONE : Reason.DONE_IN_OTHER_HOURS;
        }
        return Reason.UNDER_WAY;
    }

    private static Reason nothingDone(LineYear line) {
        boolean firm = line.commitment() == Commitment.FIRM;
        if (line.quietBefore() && !firm) {
            return Reason.QUIET_TWICE;
        }
        if (line.state() == ActionState.NO_REQUEST) {
            return Reason.NOT_ASKED;
        }
        return switch (line.commitment()) {
            case ON_REQUEST -> Reason.NOT_ASKED;
            case IF_SITUATION_CALLS -> Reason.NOT_CALLED;
            case IF_FUNDED, IF_CAPACITY_ALLOWS -> Reason.NO_MEANS;
            case FIRM -> {
                if (line.quietBefore() && line.nearlyOver()) {
                    yield Reason.NOT_BEGUN_TWICE;
                }
                yield line.state() == ActionState.LATE || line.nearlyOver() ? Reason.NOT_BEGUN : Reason.TO_COME;
            }
        };
    }

    private static Choice choice(Reason reason) {
        return switch (reason) {
            case DROPPED, COMPLETED, QUIET_TWICE, POSTPONED_TWICE, NOT_BEGUN_TWICE -> Choice.WITHDRAW;
            case POSTPONED, NO_MEANS -> Choice.POSTPONE;
            case NOT_BEGUN, BEGUN_LATE, FAR_FROM_TARGET -> Choice.REWORD;
            case NOT_ASKED, NOT_CALLED, DONE, DONE_IN_OTHER_HOURS, UNDER_WAY, TO_COME -> Choice.KEEP;
        };
    }

    /**
     * The size according to the hours, once the line is done or the year nearly over; before, only if they exceed the
     * estimate.
     */
    private static @Nullable EffortSize effort(LineYear line) {
        if (line.hours().signum() == 0) {
            return null;
        }
        EffortSize shown = EffortSize.ofHours(line.hours().intValue());
        EffortSize foreseen = line.effort();
        boolean known = line.state() == ActionState.DONE || line.nearlyOver();
        return shown != foreseen && (known || foreseen == null || shown.hours() > foreseen.hours()) ? shown : null;
    }

    /** The number reached, if it is more than a quarter off and the year is nearly over. */
    private static @Nullable BigDecimal target(LineYear line) {
        var target = line.target();
        if (target == null
                || target.measure() == TargetMeasure.DELIVERABLE
                || !line.nearlyOver()
                || line.reached().signum() == 0) {
            return null;
        }
        BigDecimal off = line.reached().subtract(target.number()).abs();
        return off.compareTo(target.number().multiply(A_QUARTER)) > 0 ? line.reached() : null;
    }

    private static boolean isFar(LineYear line) {
        var target = line.target();
        return target != null
                && target.measure() != TargetMeasure.DELIVERABLE
                && line.reached().compareTo(target.number().multiply(HALF)) < 0;
    }

    /** Whether at least three quarters of a plan's period are over. */
    static boolean isNearlyOver(PlanSummary plan, LocalDate today) {
        LocalDate from = plan.from();
        LocalDate to = plan.to();
        if (from == null || to == null) {
            return false;
        }
        return ChronoUnit.DAYS.between(from, today) * 4 >= (ChronoUnit.DAYS.between(from, to) + 1) * 3;
    }
}
