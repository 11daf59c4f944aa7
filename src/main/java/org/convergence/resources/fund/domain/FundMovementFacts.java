package org.convergence.resources.fund.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.fund.FundMovementKind;
import org.jspecify.annotations.Nullable;

/**
 * A movement to record.
 *
 * @param amount above zero, with at most two decimals, in the currency of the fund
 * @param what 1 to 300 characters
 * @param decision the resolution that decided it, in at most 300 characters; may be empty
 * @param organisation the partner to which it was passed; {@code null} for a use of our own
 */
public record FundMovementFacts(
        LocalDate day,
        FundMovementKind kind,
        BigDecimal amount,
        String what,
        String decision,
        @Nullable OrganisationId organisation) {

    /** A movement that passes nothing to a partner. */
    public FundMovementFacts(LocalDate day, FundMovementKind kind, BigDecimal amount, String what, String decision) {
        this(day, kind, amount, what, decision, null);
    }
}
