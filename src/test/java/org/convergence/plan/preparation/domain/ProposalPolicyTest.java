package org.convergence.plan.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.preparation.domain.PreparationProposal.ProposalReason;
import org.convergence.plan.preparation.domain.ProposalPolicy.LineYearFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalPolicyTest {

    /** State, commitment, completed, quiet before too, done, nearly over → choice, reason. */
    @ParameterizedTest
    @CsvSource({
        "DROPPED,     FIRM,                false, false, 3, true,  WITHDRAW, DROPPED",
        "DONE,        FIRM,                true,  false, 1, false, WITHDRAW, COMPLETED",
        "DONE,        FIRM,                false, false, 4, true,  KEEP,     DONE",
        "DONE,        ON_REQUEST,          false, true,  4, true,  KEEP,     DONE",
        "UNDER_WAY,   FIRM,                false, false, 2, false, KEEP,     UNDER_WAY",
        "UNDER_WAY,   IF_FUNDED,           false, true,  1, true,  KEEP,     UNDER_WAY",
        "POSTPONED,   FIRM,                false, false, 0, true,  POSTPONE, POSTPONED",
        "POSTPONED,   IF_FUNDED,           false, true,  0, true,  WITHDRAW, POSTPONED_TWICE",
        "POSTPONED,   IF_FUNDED,           false, true,  1, true,  POSTPONE, POSTPONED",
        "NO_REQUEST,  ON_REQUEST,          false, false, 0, true,  KEEP,     NOT_ASKED",
        "NO_REQUEST,  ON_REQUEST,          false, true,  0, true,  WITHDRAW, QUIET_TWICE",
        "NO_REQUEST,  FIRM,                false, false, 0, true,  KEEP,     NOT_ASKED",
        "TO_COME,     ON_REQUEST,          false, false, 0, false, KEEP,     NOT_ASKED",
        "TO_COME,     ON_REQUEST,          false, true,  0, false, WITHDRAW, QUIET_TWICE",
        "TO_COME,     IF_SITUATION_CALLS,  false, false, 0, true,  KEEP,     NOT_CALLED",
        "TO_COME,     IF_FUNDED,           false, false, 0, true,  POSTPONE, NO_MEANS",
        "TO_COME,     IF_CAPACITY_ALLOWS,  false, false, 0, false, POSTPONE, NO_MEANS",
        "TO_COME,     IF_CAPACITY_ALLOWS,  false, true,  0, false, WITHDRAW, QUIET_TWICE",
        "TO_COME,     FIRM,                false, false, 0, false, KEEP,     TO_COME",
        "TO_COME,     FIRM,                false, true,  0, false, KEEP,     TO_COME",
        "TO_COME,     FIRM,                false, false, 0, true,  REWORD,   NOT_BEGUN",
        "LATE,        FIRM,                false, false, 0, false, REWORD,   NOT_BEGUN",
        "LATE,        FIRM,                false, true,  0, true,  WITHDRAW, NOT_BEGUN_TWICE",
        "LATE,        FIRM,                false, true,  2, true,  REWORD,   BEGUN_LATE"
    })
    void eachSituationHasItsProposal(
            ActionState state,
            Commitment commitment,
            boolean completed,
            boolean quietBefore,
            int done,
            boolean nearlyOver,
            PreparationChoice choice,
            ProposalReason reason) {
        var line = new LineYearFacts(
                state,
                commitment,
                completed,
                quietBefore,
                done,
                BigDecimal.ZERO,
                EffortSize.M,
                null,
                BigDecimal.ZERO,
                nearlyOver);
        PreparationProposal proposal = ProposalPolicy.propose(line);
        assertThat(proposal.choice()).isEqualTo(choice);
        assertThat(proposal.reason()).isEqualTo(reason);
    }

    /** Estimated size, hours, done, nearly over → proposed size. */
    @ParameterizedTest
    @CsvSource({
        "M, 42, true,  true,  L,  DONE_IN_OTHER_HOURS",
        "M, 22, true,  true,   ,  DONE",
        "L, 4,  true,  true,  S,  DONE_IN_OTHER_HOURS",
        "L, 4,  false, false,  ,  UNDER_WAY",
        "S, 70, false, false, L,  UNDER_WAY",
        " , 70, true,  true,  L,  DONE",
        "M, 0,  true,  true,   ,  DONE"
    })
    void whatItCostTakesThePlaceOfItsSize(
            @Nullable EffortSize foreseen,
            BigDecimal hours,
            boolean done,
            boolean nearlyOver,
            @Nullable EffortSize next,
            ProposalReason reason) {
        PreparationProposal proposal = ProposalPolicy.propose(new LineYearFacts(
                done ? ActionState.DONE : ActionState.UNDER_WAY,
                Commitment.FIRM,
                false,
                false,
                3,
                hours,
                foreseen,
                null,
                BigDecimal.ZERO,
                nearlyOver));
        assertThat(proposal.effort()).isEqualTo(next);
        assertThat(proposal.reason()).isEqualTo(reason);
        assertThat(proposal.choice()).isEqualTo(PreparationChoice.KEEP);
    }

    /** Wanted, reached, nearly over → proposed target. */
    @ParameterizedTest
    @CsvSource({
        "500, 812, true,  812, UNDER_WAY",
        "500, 520, true,     , UNDER_WAY",
        "500, 120, true,  120, FAR_FROM_TARGET",
        "500, 120, false,    , UNDER_WAY",
        "500, 0,   true,     , FAR_FROM_TARGET"
    })
    void whatWasReachedIsProposedAsTheTarget(
            long wanted, BigDecimal reached, boolean nearlyOver, @Nullable BigDecimal next, ProposalReason reason) {
        PreparationProposal proposal = ProposalPolicy.propose(new LineYearFacts(
                ActionState.UNDER_WAY,
                Commitment.FIRM,
                false,
                false,
                3,
                BigDecimal.ZERO,
                null,
                ActionTarget.of(TargetMeasure.PARTICIPATIONS, wanted),
                reached,
                nearlyOver));
        assertThat(proposal.target()).isEqualTo(next);
        assertThat(proposal.reason()).isEqualTo(reason);
    }

    @Test
    void aYearIsNearlyOverOnceThreeQuartersOfItAre() {
        var plan = new PlanSummary(
                new PlanId(new UUID(0, 0)),
                "Plan",
                PlanKind.ANNUAL,
                PlanStatus.ADOPTED,
                LocalDate.of(2024, 9, 1),
                LocalDate.of(2025, 8, 31));
        assertThat(ProposalPolicy.isNearlyOver(plan, LocalDate.of(2025, 5, 31))).isFalse();
        assertThat(ProposalPolicy.isNearlyOver(plan, LocalDate.of(2025, 6, 2))).isTrue();
    }
}
