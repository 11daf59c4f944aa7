package org.convergence.plan.howto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.plan.howto.domain.HowTo.Trust;
import org.junit.jupiter.api.Test;

class HowToPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Test
    void unconfirmedForAYearNeedsReview() {
        assertThat(HowToPolicy.trust(TODAY.minusYears(1), null, TODAY)).isEqualTo(Trust.TRUE);
        assertThat(HowToPolicy.trust(TODAY.minusYears(1).minusDays(1), null, TODAY))
                .isEqualTo(Trust.STALE);
        assertThat(HowToPolicy.trust(null, null, TODAY)).isEqualTo(Trust.STALE);
    }

    @Test
    void doubtedNeedsCorrectionHoweverRecent() {
        assertThat(HowToPolicy.trust(TODAY, TODAY, TODAY)).isEqualTo(Trust.TO_CORRECT);
    }

    @Test
    void asksAtEachUseAtMostOnceADay() {
        assertThat(HowToPolicy.asksForConfirmation(TODAY.minusDays(1), null, TODAY))
                .isTrue();
        assertThat(HowToPolicy.asksForConfirmation(TODAY, null, TODAY)).isFalse();
        assertThat(HowToPolicy.asksForConfirmation(TODAY.minusDays(1), TODAY, TODAY))
                .isFalse();
    }
}
