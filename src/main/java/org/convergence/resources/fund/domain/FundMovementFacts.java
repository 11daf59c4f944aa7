package org.convergence.resources.fund.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.resources.fund.FundMovementKind;

/**
 * A movement to record.
 *
 * @param amount above zero, with at most two decimals, in the currency of the fund
 * @param what 1 to 300 characters
 * @param decision the resolution that decided it, in at most 300 characters; may be empty
 */
public record FundMovementFacts(
        LocalDate day, FundMovementKind kind, BigDecimal amount, String what, String decision) {}
