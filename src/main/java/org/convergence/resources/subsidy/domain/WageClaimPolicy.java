package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.resources.subsidy.domain.Subsidy.ApprovedWage;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.MinimumWageSchedule;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms.HourlyCap;
import org.jspecify.annotations.Nullable;

/**
 * Computes a claim from approved hours, by the day worked (R-WAGE-4, R-GRANT-11): the share of each hour is limited by
 * the cap of its day, hours by the approved week, weeks and amount by what the position was granted. Rates are rounded
 * to the cent, the sum once.
 */
public final class WageClaimPolicy {

    private WageClaimPolicy() {}

    /**
     * Approved hours of a day.
     *
     * @param claimed whether another wage subsidy claims them already
     */
    public record WorkedEntry(UUID entry, LocalDate day, BigDecimal hours, boolean claimed) {}

    /**
     * Claimed hours of an entry.
     *
     * @param worked all hours of the entry
     */
    public record ClaimedEntry(
            UUID entry, LocalDate day, BigDecimal worked, BigDecimal hours, BigDecimal rate, BigDecimal amount) {}

    /** The other claims of the same position: hours by the Monday of their week, and the amount. */
    public record OtherClaims(Map<LocalDate, BigDecimal> hoursByWeek, BigDecimal amount) {

        public static final OtherClaims NONE = new OtherClaims(Map.of(), BigDecimal.ZERO);
    }

    /** Why approved hours are not claimed. */
    public enum LeftOutReason {
        CLAIMED,
        WEEKLY_HOURS,
        WEEKS,
        AMOUNT;

        /** The message key of the sentence that says so. */
        public String key() {
            return "subsidy.left-out." + name();
        }
    }

    /** A computed claim, with the hours left out. */
    public record ComputedClaim(List<ClaimedEntry> entries, Map<LeftOutReason, BigDecimal> leftOut) {

        public BigDecimal hours() {
            return entries.stream().map(ClaimedEntry::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public BigDecimal amount() {
            return entries.stream()
                    .map(ClaimedEntry::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** The amount for an hour worked on a day; charges, where they count, come on top of the capped share. */
    public static BigDecimal hourlyRate(
            WageTerms terms, ApprovedWage approved, MinimumWageSchedule minimum, LocalDate day) {
        BigDecimal share =
                approved.wage().multiply(terms.percent()).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        BigDecimal cap = terms.cap() == HourlyCap.MINIMUM_WAGE ? minimum.on(day) : terms.capAmount();
        BigDecimal capped = cap == null ? share : share.min(cap);
        return terms.charges() ? capped.add(approved.chargesOn(capped)) : capped;
    }

    /** @param worked in the order of days */
    public static ComputedClaim compute(
            WageTerms terms,
            ApprovedWage approved,
            MinimumWageSchedule minimum,
            List<WorkedEntry> worked,
            OtherClaims others) {
        Map<LocalDate, BigDecimal> weeks = new HashMap<>(others.hoursByWeek());
        BigDecimal left = terms.most() == null ? null : terms.most().subtract(others.amount());
        List<ClaimedEntry> entries = new ArrayList<>();
        Map<LeftOutReason, BigDecimal> leftOut = new EnumMap<>(LeftOutReason.class);
        for (WorkedEntry each : worked) {
            LocalDate monday = each.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            LeftOutReason reason = reason(each, weeks, monday, approved, left);
            BigDecimal before = weeks.getOrDefault(monday, BigDecimal.ZERO);
            BigDecimal hours = reason == null
                    ? each.hours().min(approved.hours().subtract(before).max(BigDecimal.ZERO))
                    : BigDecimal.ZERO;
            BigDecimal rest = each.hours().subtract(hours);
            if (rest.signum() > 0) {
                leftOut.merge(reason == null ? LeftOutReason.WEEKLY_HOURS : reason, rest, BigDecimal::add);
            }
            if (hours.signum() > 0) {
                BigDecimal rate = hourlyRate(terms, approved, minimum, each.day());
                BigDecimal amount = left == null
                        ? hours.multiply(rate)
                        : hours.multiply(rate).min(left);
                left = left == null ? null : left.subtract(amount);
                weeks.put(monday, before.add(hours));
                entries.add(new ClaimedEntry(each.entry(), each.day(), each.hours(), hours, rate, amount));
            }
        }
        return new ComputedClaim(List.copyOf(entries), leftOut);
    }

    private static @Nullable LeftOutReason reason(
            WorkedEntry entry,
            Map<LocalDate, BigDecimal> weeks,
            LocalDate monday,
            ApprovedWage approved,
            @Nullable BigDecimal left) {
        if (entry.claimed()) {
            return LeftOutReason.CLAIMED;
        }
        if (left != null && left.signum() <= 0) {
            return LeftOutReason.AMOUNT;
        }
        return !weeks.containsKey(monday) && weeks.size() >= approved.weeks() ? LeftOutReason.WEEKS : null;
    }
}
