package org.convergence.resources.prospect.domain;

import java.time.LocalDate;

/**
 * The next step.
 *
 * @param gesture the step, in 1 to 300 characters
 * @param on the day it is planned for
 */
public record NextStep(String gesture, LocalDate on) {}
