package org.convergence.plan.actionplan;

import java.time.LocalDate;

/**
 * The period that follows a plan's, of the same length.
 *
 * @param title the plan's title, with the years of the next period
 */
public record NextPeriod(String title, LocalDate from, LocalDate to) {}
