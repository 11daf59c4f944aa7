package org.convergence.directory.exchange.domain;

import java.time.LocalDate;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A filter of exchanges; {@code null} or empty values do not narrow.
 *
 * @param words words of the subject or the text; the last may be half typed
 */
public record ExchangeFilter(
        String words,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ExchangeChannel channel,
        @Nullable PersonId person,
        @Nullable OrganisationId organisation) {

    /** All exchanges. */
    public static final ExchangeFilter ALL = new ExchangeFilter("", null, null, null, null, null);

    /** The exchanges that contain these words. */
    public static ExchangeFilter words(String words) {
        return new ExchangeFilter(words, null, null, null, null, null);
    }

    /** The exchanges with a person or an organisation. */
    public static ExchangeFilter with(Party party) {
        return new ExchangeFilter("", null, null, null, party.person(), party.organisation());
    }
}
