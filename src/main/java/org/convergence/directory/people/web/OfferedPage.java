package org.convergence.directory.people.web;

import org.convergence.directory.people.Chooser;

/**
 * The list under a field with which one chooses.
 *
 * @param kind organisations or persons
 * @param list the list's id, which begins those of its lines
 */
public record OfferedPage(String kind, String list, Chooser.Offered offered) {}
