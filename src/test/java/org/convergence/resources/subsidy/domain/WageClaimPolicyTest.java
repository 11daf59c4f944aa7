package org.convergence.resources.subsidy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.platform.database.Refused;
import org.convergence.resources.subsidy.domain.Subsidy.ApprovedWage;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.MinimumWageSchedule;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms.HourlyCap;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.ComputedClaim;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.LeftOutReason;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.OtherClaims;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.WorkedEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WageClaimPolicyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 27);
    private static final MinimumWageSchedule MINIMUM = new MinimumWageSchedule(Map.of(
            LocalDate.of(2025, 5, 1), new BigDecimal("16.10"), LocalDate.of(2026, 5, 1), new BigDecimal("16.60")));

    /** V7 of rules-projects.md. */
    @Test
    void capsTheSubsidisedShareAtTheMinimumWage() {
        ApprovedWage approved = approved("24", "35", 30);
        List<WorkedEntry> week = days(LocalDate.of(2026, 6, 1), 5, "7");
        assertThat(compute(terms("40", null, false), approved, week).amount()).isEqualByComparingTo("336.00");
        assertThat(compute(terms("100", null, false), approved, week).amount()).isEqualByComparingTo("581.00");
        List<WorkedEntry> weeks = IntStream.range(0, 30)
                .mapToObj(LocalDate.of(2026, 6, 1)::plusWeeks)
                .flatMap(monday -> days(monday, 5, "7").stream())
                .toList();
        assertThat(compute(terms("100", null, false), approved, weeks).amount()).isEqualByComparingTo("17430.00");
    }

    /** V8 of rules-projects.md. */
    @Test
    void takesTheMinimumWageOfTheDayWorked() {
        ComputedClaim claim = compute(terms("100", null, false), approved("20", "40", 16), days(MONDAY, 5, "7"));
        assertThat(claim.amount()).isEqualByComparingTo("567.00");
        assertThatThrownBy(() -> MINIMUM.on(LocalDate.of(2025, 4, 30)))
                .isInstanceOf(Refused.class)
                .hasMessage("subsidy.refused.no-minimum");
    }

    @Test
    void addsChargesToTheCappedShareOnlyWhereTheyCount() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        ApprovedWage approved = approved("24", "35", 30);
        assertThat(approved.hourlyCost()).isEqualByComparingTo("26.88");
        assertThat(WageClaimPolicy.hourlyRate(terms("100", null, true), approved, MINIMUM, day))
                .isEqualByComparingTo("18.59");
        var amount = new WageTerms(new BigDecimal("100"), HourlyCap.AMOUNT, new BigDecimal("15"), null, false, true);
        assertThat(WageClaimPolicy.hourlyRate(amount, approved, MINIMUM, day)).isEqualByComparingTo("15");
        var none = new WageTerms(new BigDecimal("50"), HourlyCap.NONE, null, null, false, true);
        assertThat(WageClaimPolicy.hourlyRate(none, approved, MINIMUM, day)).isEqualByComparingTo("12.00");
    }

    @Test
    void leavesOutHoursBeyondTheApprovedWeek() {
        ApprovedWage approved = approved("24", "30", 30);
        ComputedClaim claim = compute(terms("100", null, false), approved, days(MONDAY, 5, "7"));
        assertThat(claim.hours()).isEqualByComparingTo("30");
        assertThat(claim.leftOut()).containsOnlyKeys(LeftOutReason.WEEKLY_HOURS);
        ComputedClaim rest = WageClaimPolicy.compute(
                terms("100", null, false),
                approved,
                MINIMUM,
                days(MONDAY, 5, "7"),
                new OtherClaims(Map.of(MONDAY, new BigDecimal("25")), BigDecimal.ZERO));
        assertThat(rest.hours()).as("another claim holds 25 hours of the week").isEqualByComparingTo("5");
    }

    @Test
    void leavesOutWeeksBeyondThoseGranted() {
        List<WorkedEntry> worked = IntStream.range(0, 3)
                .mapToObj(MONDAY::plusWeeks)
                .flatMap(monday -> days(monday, 1, "7").stream())
                .toList();
        ComputedClaim claim = compute(terms("100", null, false), approved("24", "35", 2), worked);
        assertThat(claim.hours()).isEqualByComparingTo("14");
        assertThat(claim.leftOut()).containsEntry(LeftOutReason.WEEKS, new BigDecimal("7"));
    }

    @Test
    void stopsAtTheHighestAmount() {
        ComputedClaim claim = compute(terms("50", "100", false), approved("24", "35", 9), days(MONDAY, 3, "7"));
        assertThat(claim.amount()).isEqualByComparingTo("100.00");
        assertThat(claim.leftOut()).containsEntry(LeftOutReason.AMOUNT, new BigDecimal("7"));
    }

    @Test
    void leavesOutHoursThatAnotherWageSubsidyClaims() {
        var claimed = new WorkedEntry(UUID.randomUUID(), MONDAY, new BigDecimal("7"), true);
        ComputedClaim claim = compute(terms("100", null, false), approved("24", "35", 9), List.of(claimed));
        assertThat(claim.entries()).isEmpty();
        assertThat(claim.leftOut()).containsEntry(LeftOutReason.CLAIMED, new BigDecimal("7"));
    }

    @Test
    void roundsTheSumOnce() {
        ComputedClaim claim = compute(
                terms("100", null, false), approved("16.51", "35", 9), days(LocalDate.of(2026, 6, 1), 3, "0.25"));
        assertThat(claim.amount())
                .as("three times 4,1275: not three times 4,13")
                .isEqualByComparingTo("12.38");
    }

    private static ComputedClaim compute(WageTerms terms, ApprovedWage approved, List<WorkedEntry> worked) {
        return WageClaimPolicy.compute(terms, approved, MINIMUM, worked, OtherClaims.NONE);
    }

    private static WageTerms terms(String percent, @Nullable String most, boolean charges) {
        return new WageTerms(
                new BigDecimal(percent),
                HourlyCap.MINIMUM_WAGE,
                null,
                most == null ? null : new BigDecimal(most),
                charges,
                true);
    }

    private static ApprovedWage approved(String wage, String hours, int weeks) {
        return new ApprovedWage(weeks, new BigDecimal(hours), new BigDecimal(wage), new BigDecimal("12"));
    }

    private static List<WorkedEntry> days(LocalDate first, int count, String hours) {
        return IntStream.range(0, count)
                .mapToObj(day -> new WorkedEntry(UUID.randomUUID(), first.plusDays(day), new BigDecimal(hours), false))
                .toList();
    }
}
