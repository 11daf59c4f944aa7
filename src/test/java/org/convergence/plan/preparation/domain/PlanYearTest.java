package org.convergence.plan.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.settings.OrganisationProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the year of a plan is reviewed, and when it is closed (R-YEAR-1). */
class PlanYearTest {

    private static final OrganisationProfile ORGANISATION = new OrganisationProfile(
            "Solidarité du Fleuve", List.of("fr"), ZoneId.of("America/Montreal"), MonthDay.of(4, 1), null);

    @ParameterizedTest
    @CsvSource({
        "2027-05-29, false",
        "2027-05-30, true",
        "2027-06-30, true",
        "2027-08-30, true",
        "2027-08-31, false",
        "2026-07-06, false"
    })
    void yearIsClosedFromOneMonthBeforeItsEndToTwoMonthsAfter(LocalDate today, boolean closing) {
        assertThat(PlanYear.findClosing(List.of(plan("2026-07-01", "2027-06-30")), ORGANISATION, today)
                        .isPresent())
                .isEqualTo(closing);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-15, false", "2026-12-16, true", "2027-01-27, true", "2027-01-28, false"})
    void middleIsReviewedFromTwoWeeksBeforeToFourAfter(LocalDate today, boolean middle) {
        assertThat(PlanYear.findMiddle(List.of(plan("2026-07-01", "2027-06-30")), ORGANISATION, today)
                        .isPresent())
                .isEqualTo(middle);
    }

    @Test
    void planWithoutPeriodOrOfSeveralYearsFollowsTheFiscalYear() {
        LocalDate may = LocalDate.of(2027, 5, 20);
        for (PlanSummary plan : List.of(plan(null, null), plan("2024-01-01", "2028-12-31"))) {
            PlanYear year =
                    PlanYear.findClosing(List.of(plan), ORGANISATION, may).orElseThrow();
            assertThat(year.from()).isEqualTo("2026-04-01");
            assertThat(year.to()).isEqualTo("2027-03-31");
        }
        assertThat(PlanYear.findClosing(List.of(plan(null, null)), ORGANISATION, LocalDate.of(2027, 6, 1)))
                .isEmpty();
    }

    @Test
    void closedPlanIsAccountedForButNotReviewed() {
        var closed = new PlanSummary(
                new PlanId(new UUID(0, 1)),
                "Plan",
                PlanKind.ANNUAL,
                PlanStatus.CLOSED,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 6, 30));
        assertThat(PlanYear.findMiddle(List.of(closed), ORGANISATION, LocalDate.of(2027, 1, 4)))
                .isEmpty();
        assertThat(PlanYear.findClosing(List.of(closed), ORGANISATION, LocalDate.of(2027, 7, 20)))
                .isPresent();
    }

    private static PlanSummary plan(@Nullable String from, @Nullable String to) {
        return new PlanSummary(
                new PlanId(new UUID(0, 1)),
                "Plan",
                PlanKind.ANNUAL,
                PlanStatus.ADOPTED,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }
}
