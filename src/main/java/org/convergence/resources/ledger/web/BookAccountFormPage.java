package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/** The form of an account's number and name. */
public record BookAccountFormPage(String title, String action, String purpose, Form form) {}
