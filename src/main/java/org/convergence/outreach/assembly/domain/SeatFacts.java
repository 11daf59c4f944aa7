package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a seat is.
 *
 * @param title the office that goes with it (« Présidence »), {@code null} for none
 * @param organisation whose it is; {@code null} for a member who sits for herself
 */
public record SeatFacts(
        @Nullable String title,
        @Nullable OrganisationId organisation,
        LocalDate since,
        @Nullable LocalDate until) {

    public SeatFacts {
        if (until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("a seat ends after it begins");
        }
    }

    @Nullable
    UUID organisationValue() {
        return organisation == null ? null : organisation.value();
    }
}
