package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.List;

/**
 * The page of an erased person: only the day.
 *
 * @param underWay whether a job still removes the name from stored files
 * @param files the files that still name the person and cannot be rewritten; for accounts that may erase people
 */
public record ErasedPersonPage(LocalDate day, boolean underWay, List<String> files) {}
