package org.convergence.resources.subsidy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy.EmptyWeeks;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy.SubsidisedPeriod;
import org.junit.jupiter.api.Test;

class EmptyWeekPolicyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void findsWholeWeeksBetweenTwoSubsidies() {
        List<SubsidisedPeriod> periods = List.of(
                new SubsidisedPeriod(MONDAY.minusWeeks(3), MONDAY.plusDays(1)),
                new SubsidisedPeriod(MONDAY.plusWeeks(4).plusDays(4), MONDAY.plusWeeks(9)));
        assertThat(EmptyWeekPolicy.find(periods, MONDAY.minusDays(2), MONDAY.plusWeeks(8)))
                .containsExactly(
                        new EmptyWeeks(MONDAY.plusWeeks(1), MONDAY.plusWeeks(4).minusDays(1)))
                .first()
                .extracting(EmptyWeeks::count)
                .isEqualTo(3L);
    }

    @Test
    void everyWeekIsEmptyWithoutASubsidy() {
        assertThat(EmptyWeekPolicy.find(List.of(), MONDAY, MONDAY.plusDays(13)))
                .containsExactly(new EmptyWeeks(MONDAY, MONDAY.plusDays(13)));
        assertThat(EmptyWeekPolicy.find(List.of(), MONDAY, MONDAY.plusDays(5))).isEmpty();
    }
}
