package org.convergence.education.internship.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.education.internship.CohortStage;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.domain.CohortPolicy.InternBlock;
import org.convergence.education.internship.domain.CohortPolicy.InternFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where an intern is, what blocks, and what a release costs. */
class CohortPolicyTest {

    private static final LocalDate START = LocalDate.of(2027, 2, 1);
    private static final LocalDate END = LocalDate.of(2027, 3, 7);

    private static InternFacts facts(@Nullable ReleaseState release, int gates, @Nullable String mission, int held) {
        return new InternFacts(true, release, gates, mission, START, END, held, 2, false);
    }

    @Test
    void releaseGatesAndMissionBlockTheDeparture() {
        InternFacts nothing = new InternFacts(false, null, 3, null, START, END, 0, 2, false);
        assertThat(CohortPolicy.findBlocks(nothing, START.minusDays(60)))
                .containsExactly(
                        InternBlock.RELEASE_TO_ASK,
                        InternBlock.GATES_OPEN,
                        InternBlock.PERSON_UNKNOWN,
                        InternBlock.MISSION_MISSING);
        assertThat(CohortPolicy.findBlocks(facts(ReleaseState.ASKED, 0, "PREPARED", 0), START.minusDays(60)))
                .containsExactly(InternBlock.RELEASE_WAITS, InternBlock.MISSION_NOT_APPROVED);
        assertThat(CohortPolicy.stage(facts(ReleaseState.REFUSED, 0, "APPROVED", 0), START.minusDays(1)))
                .isEqualTo(CohortStage.PREPARING);
        assertThat(CohortPolicy.stage(facts(ReleaseState.AGREED, 0, "APPROVED", 0), START.minusDays(1)))
                .isEqualTo(CohortStage.READY);
    }

    @Test
    void anApprovedMissionLeavesOnItsDayAndAnUnapprovedOneDoesNot() {
        assertThat(CohortPolicy.stage(facts(ReleaseState.AGREED, 1, "APPROVED", 0), START))
                .isEqualTo(CohortStage.AWAY);
        assertThat(CohortPolicy.stage(facts(ReleaseState.AGREED, 0, "PREPARED", 0), START))
                .isEqualTo(CohortStage.PREPARING);
        assertThat(CohortPolicy.stage(facts(ReleaseState.AGREED, 0, "APPROVED", 0), END))
                .as("the last day")
                .isEqualTo(CohortStage.AWAY);
    }

    @Test
    void returnActivitiesBlockTheAttestation() {
        assertThat(CohortPolicy.findBlocks(facts(ReleaseState.AGREED, 2, "RETURNED", 1), END.plusDays(1)))
                .containsExactly(InternBlock.RETURN_MISSING);
        assertThat(CohortPolicy.findBlocks(facts(ReleaseState.AGREED, 2, "RETURNED", 2), END.plusDays(1)))
                .containsExactly(InternBlock.TO_ATTEST);
    }

    @Test
    void aReleaseCostsThePayWithChargesAndAdministration() {
        assertThat(CohortPolicy.releaseCost(25, new BigDecimal("284.50"), new BigDecimal("18.5")))
                .isEqualByComparingTo("8428.31");
        assertThat(CohortPolicy.releaseCost(75, new BigDecimal("300"), BigDecimal.ZERO))
                .isEqualByComparingTo("22500.00");
    }
}
