package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/**
 * The form of an acknowledgement.
 *
 * @param notice what the document is not
 */
public record AcknowledgementPage(String about, String url, Form form, String notice) {}
