package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.domain.AffiliationQueries;
import org.jspecify.annotations.Nullable;

/**
 * An affiliation.
 *
 * @param since the first day, {@code null} where unknown
 * @param until the last day, {@code null} while it lasts
 */
@Schema(name = "AffiliationJson")
public record AffiliationResource(
        UUID id,
        int version,
        UUID member,
        String memberName,
        UUID parent,
        String parentName,
        AffiliationNature nature,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    static AffiliationResource of(AffiliationQueries.AffiliationLine line) {
        return new AffiliationResource(
                line.id().value(),
                line.version(),
                line.member().id().value(),
                line.member().name(),
                line.parent().id().value(),
                line.parent().name(),
                line.nature(),
                line.period().since(),
                line.period().until());
    }

    /** A page of affiliations. */
    @Schema(name = "Listed")
    record AffiliationListResource(
            List<AffiliationResource> items, @Nullable String next) {}
}
