package org.convergence.directory.people.web;

import org.convergence.platform.shell.Form;

/**
 * The confirmation before a person is erased.
 *
 * @param sealed whether the person is under a code name: a reason is required, and another person reviews it
 * @param search the search for other places with the name, to be read before
 */
public record ErasurePage(String name, boolean sealed, String url, String search, Form form) {}
