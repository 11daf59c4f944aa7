package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;

/** An account's number and name. */
public record AccountPage(String title, String action, String purpose, Form form) {}
