package org.convergence.plan.actionplan;

import java.time.LocalDate;

/**
 * The period that follows that of a plan, as long as it.
 *
 * @param title the plan's, with the years of the next period
 */
public record NextPeriod(String title, LocalDate from, LocalDate to) {}
