package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.preparation.domain.PreparationProposal.ProposalReason;
import org.jspecify.annotations.Nullable;

/** Proposes what becomes of each line in the next plan, from its results and hours (R-NEXT-1, R-NEXT-3). */
final class ProposalPolicy {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal A_QUARTER = new BigDecimal("0.25");

    private ProposalPolicy() {}

    /**
     * The facts of a line from which a proposal is made.
     *
     * @param completed whether it was marked as completed
     * @param quietBefore whether nothing was done for it in the period before either
     * @param done number of realisations done
     * @param hours spent, worked or estimated
     * @param effort the estimated size
     * @param reached of its target, in the target's own measure
     * @param nearlyOver whether at least three quarters of the plan's period are over
     */
    record LineYearFacts(
            ActionState state,
            Commitment commitment,
            boolean completed,
            boolean quietBefore,
            int done,
            BigDecimal hours,
            @Nullable EffortSize effort,
            @Nullable ActionTarget target,
            BigDecimal reached,
            boolean nearlyOver) {

        boolean isQuietTwice() {
            return quietBefore && done == 0;
        }
    }

    static PreparationProposal propose(LineYearFacts line) {
        ProposalReason reason = reason(line);
        return new PreparationProposal(choice(reason), reason, effort(line), target(line));
    }

    private static ProposalReason reason(LineYearFacts line) {
        if (line.state() == ActionState.DROPPED) {
            return ProposalReason.DROPPED;
        }
        if (line.completed()) {
            return ProposalReason.COMPLETED;
        }
        if (line.state() == ActionState.POSTPONED) {
            return line.isQuietTwice() ? ProposalReason.POSTPONED_TWICE : ProposalReason.POSTPONED;
        }
        if (line.done() == 0 && line.state() != ActionState.DONE) {
            return nothingDone(line);
        }
        if (line.state() == ActionState.LATE) {
            return ProposalReason.BEGUN_LATE;
        }
        if (line.nearlyOver() && isFar(line)) {
            return ProposalReason.FAR_FROM_TARGET;
        }
        if (line.state() == ActionState.DONE) {
            return effort(line) == null || line.effort() == null
                    ? ProposalReason.DONE
                    : ProposalReason.DONE_IN_OTHER_HOURS;
        }
        return ProposalReason.UNDER_WAY;
    }

    private static ProposalReason nothingDone(LineYearFacts line) {
        boolean firm = line.commitment() == Commitment.FIRM;
        if (line.quietBefore() && !firm) {
            return ProposalReason.QUIET_TWICE;
        }
        if (line.state() == ActionState.NO_REQUEST) {
            return ProposalReason.NOT_ASKED;
        }
        return switch (line.commitment()) {
            case ON_REQUEST -> ProposalReason.NOT_ASKED;
            case IF_SITUATION_CALLS -> ProposalReason.NOT_CALLED;
            case IF_FUNDED, IF_CAPACITY_ALLOWS -> ProposalReason.NO_MEANS;
            case FIRM -> {
                if (line.quietBefore() && line.nearlyOver()) {
                    yield ProposalReason.NOT_BEGUN_TWICE;
                }
                yield line.state() == ActionState.LATE || line.nearlyOver()
                        ? ProposalReason.NOT_BEGUN
                        : ProposalReason.TO_COME;
            }
        };
    }

    private static PreparationChoice choice(ProposalReason reason) {
        return switch (reason) {
            case DROPPED, COMPLETED, QUIET_TWICE, POSTPONED_TWICE, NOT_BEGUN_TWICE -> PreparationChoice.WITHDRAW;
            case POSTPONED, NO_MEANS -> PreparationChoice.POSTPONE;
            case NOT_BEGUN, BEGUN_LATE, FAR_FROM_TARGET -> PreparationChoice.REWORD;
            case NOT_ASKED, NOT_CALLED, DONE, DONE_IN_OTHER_HOURS, UNDER_WAY, TO_COME -> PreparationChoice.KEEP;
        };
    }

    /**
     * The size according to the hours, once the line is done or the year nearly over; before, only if they exceed the
     * estimate.
     */
    private static @Nullable EffortSize effort(LineYearFacts line) {
        if (line.hours().signum() == 0) {
            return null;
        }
        EffortSize shown = EffortSize.ofHours(line.hours().intValue());
        EffortSize foreseen = line.effort();
        boolean known = line.state() == ActionState.DONE || line.nearlyOver();
        return shown != foreseen && (known || foreseen == null || shown.hours() > foreseen.hours()) ? shown : null;
    }

    /** The number reached, if it is more than a quarter off and the year is nearly over. */
    private static @Nullable BigDecimal target(LineYearFacts line) {
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

    private static boolean isFar(LineYearFacts line) {
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
