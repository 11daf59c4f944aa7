package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.grant.domain.AgreementPolicy;
import org.junit.jupiter.api.Test;

/** Transfers and caps (vectors V10 and V11 of the project rules). */
class AgreementPolicyTest {

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    @Test
    void transfersOfALineCountTogether() {
        // V10
        assertThat(AgreementPolicy.needsAmendment(of("8000"), of("10"), List.of(of("-500"))))
                .isFalse();
        assertThat(AgreementPolicy.needsAmendment(of("8000"), of("10"), List.of(of("-500"), of("-500"))))
                .isTrue();
        assertThat(AgreementPolicy.needsAmendment(of("8000"), of("10"), List.of(of("-800"))))
                .isFalse();
    }

    @Test
    void capIsAPercentOfItsBaseWithinItsMaximum() {
        // V11
        assertThat(AgreementPolicy.cap(of("12"), of("83482.14"), null)).isEqualByComparingTo("10017.86");
        assertThat(AgreementPolicy.cap(of("10"), of("62000"), of("5000"))).isEqualByComparingTo("5000.00");
    }

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
