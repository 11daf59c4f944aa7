package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.resources.grant.domain.AgreementPolicy;
import org.junit.jupiter.api.Test;

/** The time of an agreement. */
class AgreementPolicyTest {

    @Test
    void timeGoesFromZeroToHundred() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThat(AgreementPolicy.timeGone(first, last, first.minusDays(1))).isZero();
        assertThat(AgreementPolicy.timeGone(first, last, LocalDate.of(2026, 7, 2)))
                .isEqualTo(50);
        assertThat(AgreementPolicy.timeGone(first, last, last.plusYears(1))).isEqualTo(100);
    }
}
