package org.convergence.directory.people.web;

import org.convergence.platform.shell.Form;

/**
 * Before somebody is forgotten.
 *
 * @param search where her name stands elsewhere, to be read before
 */
public record ForgetPage(String name, String url, String search, Form form) {}
