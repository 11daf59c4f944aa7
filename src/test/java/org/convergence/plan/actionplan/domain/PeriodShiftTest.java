package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.plan.actionplan.NextPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodShiftTest {

    @ParameterizedTest
    @CsvSource({
        "Plan 2024-2025, 2024-09-01, 2025-08-31, Plan 2025-2026, 2025-09-01, 2026-08-31",
        "Programme 2024-2028, 2024-04-01, 2028-03-31, Programme 2028-2032, 2028-04-01, 2032-03-31",
        "Plan 2024, 2024-01-01, 2024-12-31, Plan 2025, 2025-01-01, 2025-12-31",
        "Plan d’été 2024, 2024-06-01, 2024-08-31, Plan d’été 2024, 2024-09-01, 2024-11-30",
        "Plan 12024, 2024-09-01, 2025-08-31, Plan 12024, 2025-09-01, 2026-08-31",
        "Dix jours, 2024-09-03, 2024-09-12, Dix jours, 2024-09-13, 2024-09-22"
    })
    void theNextPeriodIsAsLongAsTheOneBefore(
            String title, LocalDate from, LocalDate to, String next, LocalDate begins, LocalDate ends) {
        assertThat(PeriodShift.next(title, from, to)).isEqualTo(new NextPeriod(next, begins, ends));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-15, 2025-10-15",
        "2025-02-28, 2026-02-28",
        "2028-02-29, 2029-02-28",
        "2027-02-28, 2028-02-29",
        "2024-11-30, 2025-11-30"
    })
    void datesMoveByAYearAndTheLastOfAMonthStaysTheLast(LocalDate day, LocalDate next) {
        assertThat(PeriodShift.between(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 9, 1))
                        .shift(day))
                .isEqualTo(next);
    }

    @Test
    void datesMoveByDaysIfPeriodsBeginOnDifferentDaysOfMonth() {
        PeriodShift shift = PeriodShift.between(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 9, 8));
        assertThat(shift.shift(LocalDate.of(2024, 9, 30))).isEqualTo(LocalDate.of(2025, 10, 7));
        assertThat(shift.shift("automne 2024")).isEqualTo("automne 2024");
    }
}
