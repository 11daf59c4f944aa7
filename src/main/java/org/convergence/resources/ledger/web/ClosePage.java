package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/** A batch about to be closed for good. */
public record ClosePage(String number, String url, Form form, int entries, String sum) {}
