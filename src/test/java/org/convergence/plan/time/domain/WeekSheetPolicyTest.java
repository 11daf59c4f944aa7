package org.convergence.plan.time.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.time.domain.WorkCalendarService.HolidayProposals;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;

class WeekSheetPolicyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void refusesADayOfTwentyFiveHours() {
        assertThatThrownBy(() -> WeekSheetPolicy.requirePossible(List.of(cell("13"), cell("12"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("time.refused.day"));
        WeekSheetPolicy.requirePossible(List.of(cell("13"), cell("11")));
    }

    @Test
    void refusesADecisionOnOnesOwnWeek() {
        assertThatThrownBy(() -> WeekSheetPolicy.requireDecidable(true, false, true))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> WeekSheetPolicy.requireDecidable(false, true, false))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> WeekSheetPolicy.requireDecidable(false, false, true))
                .isInstanceOf(Refused.class);
        WeekSheetPolicy.requireDecidable(false, true, true);
    }

    @Property
    void partsAddUpAndDifferByAQuarterHourAtMost(
            @ForAll @IntRange(min = 1, max = 96_00) int cents, @ForAll @IntRange(min = 1, max = 12) int parts) {
        BigDecimal hours = BigDecimal.valueOf(cents, 2);
        List<BigDecimal> shares = WeekSheetPolicy.split(hours, parts);
        assertThat(shares).hasSize(parts);
        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(hours);
        assertThat(shares.get(0).subtract(shares.get(parts - 1))).isLessThanOrEqualTo(new BigDecimal("0.25"));
    }

    @Test
    void parsesAFormattedWeek() {
        for (LocalDate day = LocalDate.of(2020, 1, 1); day.getYear() < 2033; day = day.plusDays(1)) {
            Week week = Week.of(day);
            assertThat(week.days()).contains(day);
            assertThat(Week.parse(week.toString())).contains(week);
        }
        assertThat(Week.of(LocalDate.of(2026, 11, 24))).hasToString("2026-W48");
        assertThat(Week.of(LocalDate.of(2027, 1, 2))).hasToString("2026-W53");
        for (String none : List.of("2026-W00", "2025-W53", "2026-48", "2026-W60", "", "2026-W4")) {
            assertThat(Week.parse(none)).as(none).isEmpty();
        }
    }

    @Test
    void computesPublicHolidays() {
        assertThat(HolidayProposals.easter(2024)).isEqualTo("2024-03-31");
        assertThat(HolidayProposals.easter(2025)).isEqualTo("2025-04-20");
        assertThat(HolidayProposals.easter(2026)).isEqualTo("2026-04-05");
        assertThat(HolidayProposals.easter(2038)).isEqualTo("2038-04-25");
        assertThat(HolidayProposals.forYear(2026).stream()
                        .map(each -> each.from().toString()))
                .containsExactly(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-18",
                        "2026-06-24",
                        "2026-07-01",
                        "2026-09-07",
                        "2026-10-12",
                        "2026-12-25");
        assertThat(HolidayProposals.forYear(2025).get(3).from())
                .as("before the 25th of May")
                .isEqualTo("2025-05-19");
        assertThat(HolidayProposals.forYear(2029).get(5).from())
                .as("the 1st of July is a Sunday")
                .isEqualTo("2029-07-02");
    }

    private static HoursCell cell(String hours) {
        return new HoursCell(TimePost.of(new ActionId(UUID.randomUUID())), MONDAY, new BigDecimal(hours));
    }
}
