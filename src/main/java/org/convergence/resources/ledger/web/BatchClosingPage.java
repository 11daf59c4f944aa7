package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/** The confirmation before a batch is closed for good. */
public record BatchClosingPage(String number, String url, Form form, int entries, String sum) {}
