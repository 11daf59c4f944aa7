package org.convergence.directory.exchange.domain;

import java.time.LocalDate;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which exchanges. What is {@code null} or empty does not narrow.
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

    /** All of them. */
    public static final ExchangeFilter ALL = new ExchangeFilter("", null, null, null, null, null);

    /** Those in which the words stand. */
    public static ExchangeFilter words(String words) {
        return new ExchangeFilter(words, null, null, null, null, null);
    }

    /** Those with a person or an organisation. */
    public static ExchangeFilter with(Party party) {
        return new ExchangeFilter(
                "",
                null,
                null,
                null,
                party instanceof PersonId person ? person : null,
                party instanceof OrganisationId organisation ? organisation : null);
    }
}
