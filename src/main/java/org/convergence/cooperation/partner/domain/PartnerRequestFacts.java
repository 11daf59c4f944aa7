package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asks, and how it is weighed. The texts but the title may be empty.
 *
 * @param title what is asked, in 1 to 300 characters
 * @param details at most 4,000 characters
 * @param channel how it came
 * @param promisedOn the day by which we promised to answer, not before it came
 * @param responsible the person who answers
 * @param needs at most 1,000 characters, as the three after it
 */
public record PartnerRequestFacts(
        String title,
        String details,
        ExchangeChannel channel,
        LocalDate receivedOn,
        LocalDate promisedOn,
        @Nullable PersonId responsible,
        String needs,
        String feasibility,
        String capacity,
        String funding) {}
