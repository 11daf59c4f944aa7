package org.convergence.plan.actionplan;

import java.time.LocalDate;

/**
 * Something that was done, or is planned, for an action, as far as a view of the year asks.
 *
 * @param done whether it was done; else it is planned
 * @param title what it is
 */
public record Occasion(ActionId action, LocalDate from, LocalDate to, boolean done, String title) {}
