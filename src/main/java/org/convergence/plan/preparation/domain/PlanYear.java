package org.convergence.plan.preparation.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.settings.OrganisationProfile;

/**
 * The year that a plan accounts for: its own period, or the organisation's fiscal year for a plan without a period or of
 * several years (R-YEAR-1).
 */
public record PlanYear(PlanSummary plan, LocalDate from, LocalDate to) {

    private static final int LONGEST_MONTHS = 18;
    private static final int CLOSING_MONTHS_BEFORE = 1;
    private static final int CLOSING_MONTHS_AFTER = 2;
    private static final int MIDDLE_WEEKS_BEFORE = 2;
    private static final int MIDDLE_WEEKS_AFTER = 4;

    /** The year of a plan on a day. */
    static PlanYear of(PlanSummary plan, OrganisationProfile organisation, LocalDate today) {
        LocalDate from = plan.from();
        LocalDate to = plan.to();
        if (from != null && to != null && to.isBefore(from.plusMonths(LONGEST_MONTHS))) {
            return new PlanYear(plan, from, to);
        }
        LocalDate start = organisation.fiscalYearOf(today.minusMonths(CLOSING_MONTHS_AFTER));
        return new PlanYear(plan, start, start.plusYears(1).minusDays(1));
    }

    /** The year to close on a day, of the plans given. */
    static Optional<PlanYear> findClosing(List<PlanSummary> plans, OrganisationProfile organisation, LocalDate today) {
        return find(plans, organisation, today, year -> year.isClosing(today));
    }

    /** The year whose middle is near, of the plans given. */
    static Optional<PlanYear> findMiddle(List<PlanSummary> plans, OrganisationProfile organisation, LocalDate today) {
        return find(
                plans, organisation, today, year -> year.plan().status() == PlanStatus.ADOPTED && year.isMiddle(today));
    }

    private static Optional<PlanYear> find(
            List<PlanSummary> plans, OrganisationProfile organisation, LocalDate today, Predicate<PlanYear> wanted) {
        return plans.stream()
                .filter(plan -> plan.kind() == PlanKind.ANNUAL && plan.status() != PlanStatus.DRAFT)
                .map(plan -> of(plan, organisation, today))
                .filter(wanted)
                .findFirst();
    }

    /** Whether the day is between one month before the end and two months after. */
    boolean isClosing(LocalDate today) {
        return !today.isBefore(to.minusMonths(CLOSING_MONTHS_BEFORE)) && !today.isAfter(closesOn());
    }

    /** The day by which the year is to be accounted for. */
    public LocalDate closesOn() {
        return to.plusMonths(CLOSING_MONTHS_AFTER);
    }

    /** Whether the day is between two weeks before the middle and four weeks after. */
    boolean isMiddle(LocalDate today) {
        return !today.isBefore(middle().minusWeeks(MIDDLE_WEEKS_BEFORE)) && !today.isAfter(reviewedBy());
    }

    /** The day by which the middle of the year is reviewed. */
    public LocalDate reviewedBy() {
        return middle().plusWeeks(MIDDLE_WEEKS_AFTER);
    }

    private LocalDate middle() {
        return from.plusDays(days(from, to) / 2);
    }

    /** The share of the year that is over on a day, in percent, 1 to 100. */
    int percentOver(LocalDate today) {
        return (int) Math.min(100, Math.max(1, days(from, today) * 100 / days(from, to)));
    }

    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
