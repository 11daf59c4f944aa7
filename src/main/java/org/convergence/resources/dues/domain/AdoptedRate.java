package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.resources.dues.RateId;
import org.convergence.resources.membership.CategoryId;

/**
 * A rate with the decision that adopted it.
 *
 * @param since the first day in force, until the next rate of the category
 */
public record AdoptedRate(RateId id, int version, CategoryId category, LocalDate since, Rate rate, Decision decision) {

    static AdoptedRate of(UUID id, int version, UUID category, LocalDate since, Rate rate, Decision decision) {
        return new AdoptedRate(new RateId(id), version, new CategoryId(category), since, rate, decision);
    }
}
