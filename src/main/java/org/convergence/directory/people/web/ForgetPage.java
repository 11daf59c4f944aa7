package org.convergence.directory.people.web;

import org.convergence.platform.shell.Form;

/**
 * Before somebody is forgotten.
 *
 * @param sealed whether only a code name stands for her: it is said why, and another reviews it
 * @param search where her name stands elsewhere, to be read before
 */
public record ForgetPage(String name, boolean sealed, String url, String search, Form form) {}
