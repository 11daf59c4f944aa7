package org.convergence.resources.prospect.domain;

import java.time.LocalDate;

/**
 * What is done next.
 *
 * @param gesture in a few words, 1 to 300 characters
 * @param on its day
 */
public record Next(String gesture, LocalDate on) {}
