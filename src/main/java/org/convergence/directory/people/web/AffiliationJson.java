package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.domain.AffiliationList;
import org.jspecify.annotations.Nullable;

/**
 * An affiliation.
 *
 * @param since the first day, {@code null} where unknown
 * @param until the last day, {@code null} while it lasts
 */
public record AffiliationJson(
        UUID id,
        int version,
        UUID member,
        String memberName,
        UUID parent,
        String parentName,
        AffiliationNature nature,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    static AffiliationJson of(AffiliationList.Line line) {
        return new AffiliationJson(
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
    record Listed(List<AffiliationJson> items, @Nullable String next) {}
}
