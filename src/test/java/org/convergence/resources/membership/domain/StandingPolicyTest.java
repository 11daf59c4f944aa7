package org.convergence.resources.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.domain.StandingPolicy.GoodStanding;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a member is in good standing on a day. */
class StandingPolicyTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    @Test
    void goodStandingWithoutOverdueAmounts() {
        assertThat(on(null, null, DUE)).isEqualTo(GoodStanding.GOOD);
        assertThat(on(DUE, null, DUE)).isEqualTo(GoodStanding.GOOD);
        assertThat(on(DUE, null, DUE.plusDays(1))).isEqualTo(GoodStanding.LATE);
    }

    @Test
    void delayIncludesItsLastDay() {
        LocalDate delay = LocalDate.of(2026, 6, 30);
        assertThat(on(DUE, delay, delay)).isEqualTo(GoodStanding.DELAYED);
        assertThat(on(DUE, delay, delay.plusDays(1))).isEqualTo(GoodStanding.LATE);
    }

    @Test
    void unknownWithoutAnAccount() {
        assertThat(StandingPolicy.evaluate(null, DUE)).isEqualTo(GoodStanding.UNKNOWN);
    }

    private static GoodStanding on(@Nullable LocalDate late, @Nullable LocalDate delay, LocalDate day) {
        return StandingPolicy.evaluate(new MemberAccount(List.of(Money.parse("CAD 120")), late, delay, null), day);
    }
}
