package org.convergence.cooperation.project.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a value stands against its target (R-GAR-8). */
class IndicatorStandingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 120, 120, 0.50, REACHED",
        "0, 120, 130, 1.00, REACHED",
        "0, 120, 50,  0.50, ON_TRACK",
        "0, 120, 47,  0.50, BEHIND",
        "0, 120, 119, 1.00, MISSED",
        "0, 120, ,    1.00, WAITING",
        "0, ,    50,  0.50, UNKNOWN",
        // A decrease is asked for: from 40 accidents to 20.
        "40, 20, 20,  0.50, REACHED",
        "40, 20, 30,  0.50, ON_TRACK",
        "40, 20, 38,  0.50, BEHIND",
        "40, 20, 21,  1.00, MISSED",
        // The target is to stay.
        "10, 10, 9,   0.50, BEHIND",
        "10, 10, 10,  0.50, REACHED",
    })
    void comparesTheWayMadeWithTheTimeGone(
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal actual,
            BigDecimal timeGone,
            IndicatorStanding expected) {
        assertThat(IndicatorStanding.of(baseline, target, actual, timeGone)).isEqualTo(expected);
    }

    @Test
    void timeIsGoneFromTheFirstDayToTheDayAfterTheLast() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2026, 1, 10);
        assertThat(IndicatorStanding.timeGone(from, to, from)).isEqualByComparingTo("0");
        assertThat(IndicatorStanding.timeGone(from, to, LocalDate.of(2026, 1, 6)))
                .isEqualByComparingTo("0.5");
        assertThat(IndicatorStanding.timeGone(from, to, to)).isEqualByComparingTo("0.9");
        assertThat(IndicatorStanding.timeGone(from, to, to.plusDays(1))).isEqualByComparingTo("1");
        assertThat(IndicatorStanding.timeGone(from, to, from.minusDays(3))).isEqualByComparingTo("0");
    }
}
