package org.convergence.advocacy.urgentaction.domain;

import java.time.LocalDate;

/**
 * The organisations that signed, and their members.
 *
 * @param day of the count
 * @param atLeast members, each counted once; organisations without a known headcount add nothing
 */
public record SignOnCount(LocalDate day, int organisations, int atLeast) {}
