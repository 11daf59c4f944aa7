package org.convergence.plan.actionplan;

import java.time.LocalDate;

/**
 * A realisation, done or planned, of an action, as shown in a view of the year.
 *
 * @param done whether it was done; else it is planned
 * @param title the realisation's title
 */
public record DatedRealisation(ActionId action, LocalDate from, LocalDate to, boolean done, String title) {}
