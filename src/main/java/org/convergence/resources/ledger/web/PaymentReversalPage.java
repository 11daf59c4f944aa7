package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/** The form that reverses a payment. */
public record PaymentReversalPage(String payment, String url, Form form) {}
