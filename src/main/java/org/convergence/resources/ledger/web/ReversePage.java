package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/** A payment is taken back. */
public record ReversePage(String payment, String url, Form form) {}
