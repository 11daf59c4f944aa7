package org.convergence.resources.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.convergence.resources.declaration.domain.Round.RoundDays;
import org.convergence.resources.declaration.domain.RoundPolicy.RoundProblem;
import org.convergence.resources.declaration.domain.RoundPolicy.RoundStep;
import org.junit.jupiter.api.Test;

/** The valid days of a round, and what is sent on a day. */
class RoundPolicyTest {

    private static final LocalDate COUNTED = LocalDate.of(2025, 12, 31);
    private static final LocalDate ASKS = LocalDate.of(2026, 1, 6);
    private static final LocalDate REMINDS = LocalDate.of(2026, 1, 20);
    private static final LocalDate CLOSES = LocalDate.of(2026, 2, 3);
    private static final RoundDays DAYS = new RoundDays(COUNTED, ASKS, REMINDS, CLOSES);

    @Test
    void sendsNothingBeforeApproval() {
        assertThat(RoundPolicy.stepOn(DAYS, false, REMINDS)).isEqualTo(RoundStep.NONE);
    }

    @Test
    void asksThenRemindsThenStops() {
        assertThat(RoundPolicy.stepOn(DAYS, true, ASKS.minusDays(1))).isEqualTo(RoundStep.NONE);
        assertThat(RoundPolicy.stepOn(DAYS, true, ASKS)).isEqualTo(RoundStep.ASK);
        assertThat(RoundPolicy.stepOn(DAYS, true, REMINDS.minusDays(1))).isEqualTo(RoundStep.ASK);
        assertThat(RoundPolicy.stepOn(DAYS, true, REMINDS)).isEqualTo(RoundStep.REMIND);
        assertThat(RoundPolicy.stepOn(DAYS, true, CLOSES)).isEqualTo(RoundStep.REMIND);
        assertThat(RoundPolicy.stepOn(DAYS, true, CLOSES.plusDays(1))).isEqualTo(RoundStep.NONE);
    }

    @Test
    void countsTheDaysToTheReminderFromTheQuestionThatLeft() {
        assertThat(RoundPolicy.remindsQuestionsBefore(DAYS, REMINDS)).isEqualTo(ASKS.plusDays(1));
        assertThat(RoundPolicy.remindsQuestionsBefore(DAYS, CLOSES))
                .isEqualTo(ASKS.plusDays(1 + ChronoUnit.DAYS.between(REMINDS, CLOSES)));
    }

    @Test
    void requiresDaysInOrder() {
        assertThat(RoundPolicy.findProblem(DAYS)).isEmpty();
        assertThat(RoundPolicy.findProblem(new RoundDays(COUNTED, COUNTED, REMINDS, REMINDS)))
                .isEmpty();
        assertThat(RoundPolicy.findProblem(new RoundDays(COUNTED, COUNTED.minusDays(1), REMINDS, CLOSES)))
                .map(RoundProblem::field)
                .contains("asksOn");
        assertThat(RoundPolicy.findProblem(new RoundDays(COUNTED, ASKS, ASKS, CLOSES)))
                .map(RoundProblem::field)
                .contains("remindsOn");
        assertThat(RoundPolicy.findProblem(new RoundDays(COUNTED, ASKS, REMINDS, REMINDS.minusDays(1))))
                .map(RoundProblem::field)
                .contains("closesOn");
    }
}
