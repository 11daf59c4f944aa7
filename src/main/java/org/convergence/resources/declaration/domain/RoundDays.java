package org.convergence.resources.declaration.domain;

import java.time.LocalDate;

/**
 * The days of a round.
 *
 * @param countedOn for which day the number is asked
 * @param asksOn from when on each member is asked
 * @param remindsOn from when on the silent are reminded, once
 * @param closesOn the last day on which the links answer and correct
 */
public record RoundDays(LocalDate countedOn, LocalDate asksOn, LocalDate remindsOn, LocalDate closesOn) {}
