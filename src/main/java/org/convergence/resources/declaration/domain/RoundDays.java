package org.convergence.resources.declaration.domain;

import java.time.LocalDate;

/**
 * The days of a round.
 *
 * @param countedOn the reference date
 * @param asksOn the first day on which members are asked
 * @param remindsOn the first day on which silent members are reminded, once
 * @param closesOn the last day on which the links accept answers and corrections
 */
public record RoundDays(LocalDate countedOn, LocalDate asksOn, LocalDate remindsOn, LocalDate closesOn) {}
