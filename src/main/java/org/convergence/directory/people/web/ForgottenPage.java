package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.List;

/**
 * What is left of somebody who was forgotten: nothing but the day.
 *
 * @param underWay whether a job still takes her name out of stored files
 * @param files those that still name her, and cannot be written anew; for who may forget people
 */
public record ForgottenPage(LocalDate day, boolean underWay, List<String> files) {}
