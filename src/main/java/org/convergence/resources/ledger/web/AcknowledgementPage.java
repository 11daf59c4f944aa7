package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/**
 * An acknowledgement to be made.
 *
 * @param notice what the paper says that it is not
 */
public record AcknowledgementPage(String about, String url, Form form, String notice) {}
