package org.convergence.plan.observance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KnownDayTest {

    @Test
    void offersTheDateOnWhichItIsFollowed() {
        assertThat(KnownDay.SLIPS.next(LocalDate.parse("2027-03-15")))
                .as("a deadline that was just missed is asked for")
                .isEqualTo("2027-02-28");
        assertThat(KnownDay.SLIPS.next(LocalDate.parse("2027-04-15"))).isEqualTo("2028-02-28");
        assertThat(KnownDay.WOMEN.next(LocalDate.parse("2027-03-15"))).isEqualTo("2027-03-08");
        assertThat(KnownDay.WOMEN.next(LocalDate.parse("2027-03-16"))).isEqualTo("2028-03-08");
        assertThat(KnownDay.MIGRANTS.next(LocalDate.parse("2027-01-05"))).isEqualTo("2027-12-18");
    }
}
