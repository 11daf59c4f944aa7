package org.convergence.plan.time.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvailabilityPolicyTest {

    private static final PersonId ELODIE = new PersonId(UUID.fromString("00000000-0000-7000-8000-0000000000e1"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);

    @Test
    void aWeekHasItsContractMinusTheOfficeShare() {
        WorkingHours hours = AvailabilityPolicy.of(List.of(contract("7", 30)), day -> false, List.of(), MONDAY, SUNDAY);
        assertThat(hours.contract()).isEqualByComparingTo("35");
        assertThat(hours.office()).isEqualByComparingTo("10.5");
        assertThat(hours.available()).isEqualByComparingTo("24.5");
    }

    @Test
    void aHolidayDuringLeaveIsSubtractedOnce() {
        WorkingHours hours = AvailabilityPolicy.of(
                List.of(contract("7", 0)),
                MONDAY.plusDays(1)::equals,
                List.of(leave(1, 1, null), leave(1, 2, null)),
                MONDAY,
                SUNDAY);
        assertThat(hours.closed()).isEqualByComparingTo("7");
        assertThat(hours.leave()).isEqualByComparingTo("7");
        assertThat(hours.available()).isEqualByComparingTo("21");
    }

    @Test
    void partOfADayIsTakenFromThatDay() {
        WorkingHours hours = AvailabilityPolicy.of(
                List.of(contract("7", 0)), day -> false, List.of(leave(0, 0, "3.5")), MONDAY, SUNDAY);
        assertThat(hours.available()).isEqualByComparingTo("31.5");
    }

    @Test
    void concurrentContractsEachHaveTheirOfficeShare() {
        WorkingHours hours = AvailabilityPolicy.of(
                List.of(contract("4", 50), contract("3", 0)), day -> false, List.of(), MONDAY, MONDAY);
        assertThat(hours.worked()).isEqualByComparingTo("7");
        assertThat(hours.office()).isEqualByComparingTo("2");
    }

    @Test
    void aContractGivesNoHoursAfterItsLastDay() {
        WorkingHours hours = AvailabilityPolicy.of(
                List.of(contract("7", 0).endingBy(MONDAY.plusDays(1))), day -> false, List.of(), MONDAY, SUNDAY);
        assertThat(hours.contract()).isEqualByComparingTo("14");
    }

    @Test
    void refusesAWeekWithoutHours() {
        assertThatThrownBy(() -> WorkingWeek.fiveDays("0")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> WorkingWeek.fiveDays("25")).isInstanceOf(Refused.class);
    }

    @Property
    void noHourIsSubtractedTwiceOrInvented(
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> closed,
            @ForAll @Size(max = 6) List<@IntRange(max = 20) Integer> leaves,
            @ForAll @IntRange(max = 100) int share,
            @ForAll @IntRange(min = 1, max = 12) int hoursADay) {
        var contract = contract(String.valueOf(hoursADay), share);
        List<Leave> taken =
                leaves.stream().map(from -> leave(from, from + 2, null)).toList();
        LocalDate to = MONDAY.plusDays(20);

        WorkingHours all =
                AvailabilityPolicy.of(List.of(contract), day -> closed.contains(since(day)), taken, MONDAY, to);

        long workingDays = MONDAY.datesUntil(to.plusDays(1))
                .filter(day -> contract.week().hoursOn(day.getDayOfWeek()).signum() > 0)
                .filter(day -> !closed.contains(since(day)))
                .filter(day -> taken.stream().noneMatch(leave -> leave.includes(day)))
                .count();
        assertThat(all.worked()).isEqualByComparingTo(BigDecimal.valueOf(workingDays * hoursADay));
        assertThat(all.available().signum()).isNotNegative();
        assertThat(all.contract()).isEqualByComparingTo(BigDecimal.valueOf(15L * hoursADay));
    }

    /**
     * Two contracts, overlapping leave, parts of days, closures on weekends and during leave: compared with a separate
     * computation by day.
     */
    @Property
    void availableHoursAreTheSumOfTheDays(
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> closed,
            @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> wholeDays,
            @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> quarters,
            @ForAll @IntRange(max = 20) int end,
            @ForAll @IntRange(max = 20) int begin,
            @ForAll @IntRange(max = 100) int share) {
        var first = contract("6", share).endingBy(MONDAY.plusDays(end));
        var second = new ContractTerms(
                ELODIE,
                MONDAY.plusDays(begin),
                null,
                ContractSource.INTERN,
                WorkingWeek.fiveDays("3.5"),
                share,
                true,
                null);
        List<Leave> leaves = new ArrayList<>();
        wholeDays.forEach(from -> leaves.add(leave(from, from + 40, null)));
        quarters.forEach(day -> leaves.add(leave(day, day, "1.75")));
        LocalDate to = MONDAY.plusDays(20);

        WorkingHours all =
                AvailabilityPolicy.of(List.of(first, second), day -> closed.contains(since(day)), leaves, MONDAY, to);

        double worked = 0;
        for (int day = 0; day <= 20; day++) {
            int it = day;
            boolean workday = day % 7 < 5 && !closed.contains(day);
            boolean away = wholeDays.stream().anyMatch(from -> from <= it);
            double hours = (day <= end ? 6 : 0) + (day >= begin ? 3.5 : 0);
            double taken =
                    1.75 * quarters.stream().filter(quarter -> quarter == it).count();
            worked += workday && !away ? Math.max(0, hours - taken) : 0;
        }
        assertThat(all.worked()).isEqualByComparingTo(BigDecimal.valueOf(worked));
        assertThat(all.available().doubleValue())
                .isCloseTo(worked * (100 - share) / 100, within(0.005))
                .isNotNegative();
    }

    private static int since(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(MONDAY, day);
    }

    private static ContractTerms contract(String hoursADay, int share) {
        return new ContractTerms(
                ELODIE,
                LocalDate.of(2026, 1, 1),
                null,
                ContractSource.PERMANENT,
                WorkingWeek.fiveDays(hoursADay),
                share,
                false,
                null);
    }

    private static Leave leave(int from, int to, @Nullable String hours) {
        return new Leave(
                ELODIE, MONDAY.plusDays(from), MONDAY.plusDays(to), hours == null ? null : new BigDecimal(hours));
    }
}
