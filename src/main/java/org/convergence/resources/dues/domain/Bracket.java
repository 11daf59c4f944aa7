package org.convergence.resources.dues.domain;

import java.math.BigDecimal;

/**
 * A row of a table of brackets.
 *
 * @param from the first headcount of the bracket; it ends before the next bracket begins
 * @param amount for the whole ({@code STEPS}) or for each person of the slice ({@code SLICES}), in the rate's currency
 */
public record Bracket(int from, BigDecimal amount) {}
