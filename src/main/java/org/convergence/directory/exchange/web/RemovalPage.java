package org.convergence.directory.exchange.web;

import org.convergence.platform.shell.Form;

/** Whether an exchange is really to be struck out. */
public record RemovalPage(String subject, String url, Form form) {}
