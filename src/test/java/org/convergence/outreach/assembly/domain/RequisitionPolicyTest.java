package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionId;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenth of the members may require a special assembly, held in 21 days; otherwise they call it (R-GOV-5). */
class RequisitionPolicyTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 22);

    @Test
    void countsTwentyOneDaysFromTheDayAfterTheDeposit() {
        assertThat(RequisitionPolicy.lastDay(RECEIVED)).isEqualTo(LAST);
        assertThat(RequisitionPolicy.lastDay(LocalDate.of(2028, 2, 20)))
                .as("a leap year")
                .isEqualTo(LocalDate.of(2028, 3, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 50, true",
        "4, 50, false",
        "5, 51, false",
        "6, 51, true",
        "1, 1, true",
        "1, 10, true",
        "1, 11, false"
    })
    void aTenthIsEnough(int members, int entitled, boolean reached) {
        assertThat(RequisitionPolicy.isReached(members, entitled)).isEqualTo(reached);
    }

    @Test
    void eachLineOfTheBusinessIsAnItem() {
        assertThat(RequisitionPolicy.splitBusiness("La vente du siège\n\n L’élection d’un vérificateur "))
                .containsExactly("La vente du siège", "L’élection d’un vérificateur");
        String long21 = "Un objet\n".repeat(21);
        assertThat(RequisitionPolicy.splitBusiness(long21)).containsExactly(long21);
    }

    @Test
    void theBoardHasUntilTheLastDayThenTheMembersMayCall() {
        Requisition it = requisition(5, null, null, false);
        assertThat(RequisitionPolicy.findState(it, LAST)).isEqualTo(RequisitionState.TO_HOLD);
        assertThat(RequisitionPolicy.findState(it, LAST.plusDays(1))).isEqualTo(RequisitionState.MEMBERS_MAY_CALL);
        assertThat(RequisitionPolicy.findState(requisition(4, null, null, false), LAST.plusDays(1)))
                .as("fewer than a tenth")
                .isEqualTo(RequisitionState.TOO_FEW);
    }

    @Test
    void anAssemblyAfterTheLastDayIsLateOnceThatDayIsOver() {
        assertThat(RequisitionPolicy.findState(requisition(5, LAST, MeetingState.PLANNED, false), LAST.plusDays(1)))
                .isEqualTo(RequisitionState.CALLED);
        Requisition late = requisition(5, LAST.plusDays(1), MeetingState.PLANNED, false);
        assertThat(RequisitionPolicy.findState(late, LAST))
                .as("it may still be moved forward")
                .isEqualTo(RequisitionState.CALLED);
        assertThat(RequisitionPolicy.findState(late, LAST.plusDays(1))).isEqualTo(RequisitionState.LATE);
        assertThat(RequisitionPolicy.findState(
                        requisition(5, LAST.plusDays(30), MeetingState.PLANNED, true), LAST.plusDays(1)))
                .as("called by the members")
                .isEqualTo(RequisitionState.CALLED);
        assertThat(RequisitionPolicy.findState(requisition(5, LAST, MeetingState.CANCELLED, false), LAST.plusDays(1)))
                .isEqualTo(RequisitionState.MEMBERS_MAY_CALL);
        assertThat(RequisitionPolicy.findState(requisition(5, LAST, MeetingState.HELD, false), LAST.plusDays(90)))
                .isEqualTo(RequisitionState.HELD);
    }

    private static Requisition requisition(
            int members, @Nullable LocalDate day, @Nullable MeetingState state, boolean byMembers) {
        return new Requisition(
                new RequisitionId(new UUID(0, 1)),
                1,
                new BodyId(new UUID(0, 2)),
                RECEIVED,
                "La vente du siège",
                members,
                50,
                null,
                day == null ? null : new UUID(0, 3),
                byMembers,
                day,
                state);
    }
}
