package org.convergence.directory.people.web;

import org.convergence.platform.shell.Form;

/**
 * Before someone is struck out.
 *
 * @param kind organisation or person: the word for it in messages
 */
public record RemovalPage(String name, String url, String kind, Form form) {}
