package org.convergence.cooperation.partner.domain;

import java.util.List;
import org.convergence.cooperation.partner.PartnerStage;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.geography.Country;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the relation with a partner.
 *
 * @param ourLead the person who leads on our side
 * @param theirLead the person who leads on the partner's side
 * @param countries at most 20
 * @param notes at most 4,000 characters; may be empty
 */
public record PartnerFacts(
        PartnerStage stage,
        @Nullable PersonId ourLead,
        @Nullable PersonId theirLead,
        List<Country> countries,
        String notes) {

    public PartnerFacts {
        countries = List.copyOf(countries);
    }
}
