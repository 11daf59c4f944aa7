package org.convergence.resources.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.resources.declaration.domain.RoundPolicy.Problem;
import org.convergence.resources.declaration.domain.RoundPolicy.Step;
import org.junit.jupiter.api.Test;

/** The valid days of a round, and what is sent on a day. */
class RoundPolicyTest {

    private static final LocalDate COUNTED = LocalDate.of(2025, 12, 31);
    private static final LocalDate ASKS = LocalDate.of(2026, 1, 6);
    private static final LocalDate REMINDS = LocalDate.of(2026, 1, 20);
    private static final LocalDate CLOSES = LocalDate.of(2026, 2, 3);
    private static final RoundDays DAYS = new RoundDays(COUNTED, ASKS, REMINDS, CLOSES);

    @Test
    void nothingIsSentBeforeSomebodyApproves() {
        assertThat(RoundPolicy.step(DAYS, false, REMINDS)).isEqualTo(Step.NONE);
    }

    @Test
    void oneIsAskedThenRemindedThenLeftInPeace() {
        assertThat(RoundPolicy.step(DAYS, true, ASKS.minusDays(1))).isEqualTo(Step.NONE);
        assertThat(RoundPolicy.step(DAYS, true, ASKS)).isEqualTo(Step.ASK);
        assertThat(RoundPolicy.step(DAYS, true, REMINDS.minusDays(1))).isEqualTo(Step.ASK);
        assertThat(RoundPolicy.step(DAYS, true, REMINDS)).isEqualTo(Step.REMIND);
        assertThat(RoundPolicy.step(DAYS, true, CLOSES)).isEqualTo(Step.REMIND);
        assertThat(RoundPolicy.step(DAYS, true, CLOSES.plusDays(1))).isEqualTo(Step.NONE);
    }

    @Test
    void theDaysComeInTheirOrder() {
        assertThat(RoundPolicy.problem(DAYS)).isEmpty();
        assertThat(RoundPolicy.problem(new RoundDays(COUNTED, COUNTED, REMINDS, REMINDS)))
                .isEmpty();
        assertThat(RoundPolicy.problem(new RoundDays(COUNTED, COUNTED.minusDays(1), REMINDS, CLOSES)))
                .map(Problem::field)
                .contains("asksOn");
        assertThat(RoundPolicy.problem(new RoundDays(COUNTED, ASKS, ASKS, CLOSES)))
                .map(Problem::field)
                .contains("remindsOn");
        assertThat(RoundPolicy.problem(new RoundDays(COUNTED, ASKS, REMINDS, REMINDS.minusDays(1))))
                .map(Problem::field)
                .contains("closesOn");
    }
}
