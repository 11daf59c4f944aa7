package org.convergence.advocacy.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.advocacy.coalition.domain.SeatPolicy;
import org.convergence.advocacy.coalition.domain.SeatPolicy.SeatPower;
import org.junit.jupiter.api.Test;

/** When a seat may take a position in our name (R-REP-4). */
class SeatPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void decidesWithoutConsulting() {
        assertThat(SeatPolicy.problem(SeatPower.DECIDES, DAY, null, "")).isEmpty();
    }

    @Test
    void refusesToSpeakFromASeatThatObserves() {
        assertThat(SeatPolicy.problem(SeatPower.OBSERVES, DAY, DAY, "Le CA dit oui"))
                .contains("coalition.refused.observes");
    }

    @Test
    void asksForTheConsultationBeforeThePosition() {
        assertThat(SeatPolicy.problem(SeatPower.CONSULTS, DAY, null, "")).contains("coalition.refused.consult");
        assertThat(SeatPolicy.problem(SeatPower.CONSULTS, DAY, DAY, "")).contains("coalition.refused.consult");
        assertThat(SeatPolicy.problem(SeatPower.CONSULTS, DAY, DAY.plusDays(1), "Le CA dit oui"))
                .contains("coalition.refused.consult");
        assertThat(SeatPolicy.problem(SeatPower.CONSULTS, DAY, DAY, "Le CA dit oui"))
                .isEmpty();
    }
}
