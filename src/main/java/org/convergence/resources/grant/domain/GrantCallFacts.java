package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call.
 *
 * @param closesOn the day of the deadline, as the funder states it; {@code null} if it has none
 * @param closesTime the hour of the deadline in the funder's zone
 * @param weeksAhead the call returns each year, and is proposed so many weeks before; {@code null} if it does not
 * @param matchPercent the part of the cost that must come from others
 * @param cumul what the call says of other public money for the same cost
 * @param checkedOn the day on which these facts were last compared with the source
 */
public record GrantCallFacts(
        OrganisationId funder,
        String title,
        GrantDoor door,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        LocalTime closesTime,
        ZoneId zone,
        @Nullable Integer weeksAhead,
        @Nullable BigDecimal amountFrom,
        @Nullable BigDecimal amountTo,
        String currency,
        @Nullable Integer matchPercent,
        @Nullable String cumul,
        @Nullable String eligibility,
        @Nullable String documents,
        @Nullable String sourceUrl,
        @Nullable LocalDate checkedOn,
        @Nullable PersonId responsible) {

    /** The hour of a deadline for which the funder gives none. */
    public static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    /** The deadline as an instant (R-GRANT-4); {@code null} if there is none. */
    public @Nullable Instant closesAt() {
        return closesOn == null
                ? null
                : closesOn.atTime(closesTime).atZone(zone).toInstant();
    }

    /** The same call some years later, with dates to be checked. */
    GrantCallFacts inYears(int years) {
        return with(
                funder,
                opensOn == null ? null : opensOn.plusYears(years),
                closesOn == null ? null : closesOn.plusYears(years),
                null);
    }

    GrantCallFacts withFunder(OrganisationId by) {
        return with(by, opensOn, closesOn, checkedOn);
    }

    private GrantCallFacts with(
            OrganisationId by, @Nullable LocalDate opens, @Nullable LocalDate closes, @Nullable LocalDate checked) {
        return new GrantCallFacts(
                by,
                title,
                door,
                opens,
                closes,
                closesTime,
                zone,
                weeksAhead,
                amountFrom,
                amountTo,
                currency,
                matchPercent,
                cumul,
                eligibility,
                documents,
                sourceUrl,
                checked,
                responsible);
    }
}
