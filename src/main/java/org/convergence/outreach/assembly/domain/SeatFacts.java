package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a seat.
 *
 * @param title its office (« Présidence »); {@code null} for none
 * @param organisation its owner; {@code null} for an individual member
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
