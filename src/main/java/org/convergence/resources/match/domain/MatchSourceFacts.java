package org.convergence.resources.match.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Party;
import org.convergence.platform.database.Identifier;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.spending.MatchKind;
import org.jspecify.annotations.Nullable;

/**
 * A source of a match to record.
 *
 * @param what 1 to 300 characters
 * @param amount above zero, in the currency of the agreement
 * @param hours of volunteers; {@code null} for another kind
 * @param rate of an hour
 * @param basis how it was valued: the source of the rate, the price, the entry in the books; 1 to 500 characters
 * @param valuedBy at most 200 characters; may be empty
 * @param funding the other agreement whose money it is
 * @param item its reference, if it is recorded elsewhere or has a number: it is used once
 */
public record MatchSourceFacts(
        MatchKind kind,
        LocalDate day,
        String what,
        BigDecimal amount,
        @Nullable BigDecimal hours,
        @Nullable BigDecimal rate,
        String basis,
        String valuedBy,
        @Nullable Party giver,
        @Nullable AgreementId funding,
        @Nullable String item) {

    /** The id of a source of a match. */
    public record MatchSourceId(UUID value) implements Identifier {}
}
