package org.convergence.plan.time.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromisePolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void spreadsHoursEvenlyOverTheRemainingDays() {
        Map<YearMonth, BigDecimal> months =
                byMonth(demand("62", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31), List.of()));
        assertThat(months.get(YearMonth.of(2026, 12))).isEqualByComparingTo("31");
        assertThat(months.get(YearMonth.of(2027, 1))).isEqualByComparingTo("31");
        assertThat(months).hasSize(2);
    }

    @Test
    void overdueHoursFallInTheCurrentMonth() {
        assertThat(byMonth(demand("20", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 10, 31), List.of())))
                .containsOnlyKeys(NOVEMBER)
                .satisfies(months -> assertThat(months.get(NOVEMBER)).isEqualByComparingTo("20"));
    }

    @Test
    void overdueHoursStayInTheWeekWhenAMonthBegins() {
        Demand late = demand("60", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 15), List.of());
        LocalDate sunday = LocalDate.of(2026, 12, 6);
        for (LocalDate day = sunday.minusDays(6); !day.isAfter(sunday); day = day.plusDays(1)) {
            assertThat(PromisePolicy.hoursBetween(late, day, day, sunday))
                    .as("week on %s", day)
                    .isEqualByComparingTo("60")
                    .isEqualByComparingTo(PromisePolicy.byMonth(late, day, 1).get(YearMonth.from(day)));
        }
    }

    @Test
    void aRhythmRequiresHoursOnEachOccurrence() {
        List<LocalDate> steps = List.of(LocalDate.of(2026, 12, 10), LocalDate.of(2027, 3, 10));
        Map<YearMonth, BigDecimal> months = byMonth(demand("5", null, null, steps));
        assertThat(months).containsOnlyKeys(YearMonth.of(2026, 12), YearMonth.of(2027, 3));
        assertThat(months.get(YearMonth.of(2027, 3))).isEqualByComparingTo("5");
    }

    @Test
    void hoursAfterTheYearAreNotCounted() {
        Map<YearMonth, BigDecimal> months =
                byMonth(demand("100", LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31), List.of()));
        assertThat(months).isEmpty();
    }

    @Property
    void noHourIsLostOrInventedForAnyWindow(
            @ForAll @IntRange(min = -200, max = 300) int from,
            @ForAll @IntRange(max = 40) int length,
            @ForAll @IntRange(min = 1, max = 400) int hours) {
        LocalDate first = TODAY.plusDays(from);
        Demand demand = demand(String.valueOf(hours), first, first.plusDays(length), List.of());
        BigDecimal sum = byMonth(demand).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isCloseTo(BigDecimal.valueOf(hours), within(new BigDecimal("0.000001")));
    }

    private static Map<YearMonth, BigDecimal> byMonth(Demand demand) {
        return PromisePolicy.byMonth(demand, TODAY, 12);
    }

    private static Demand demand(
            String hours, @Nullable LocalDate from, @Nullable LocalDate to, List<LocalDate> steps) {
        UUID id = new UUID(0, 1);
        var line = new PlanLine(
                new ActionId(id),
                new PlanId(id),
                new ObjectiveId(id),
                new MeansId(id),
                null,
                "1.2",
                "Ateliers",
                "Donner des ateliers",
                "Objectif",
                "Ateliers",
                null,
                Commitment.FIRM,
                false);
        return new Demand(line, new BigDecimal(hours), from, to, steps, false);
    }
}
