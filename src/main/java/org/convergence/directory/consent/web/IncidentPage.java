package org.convergence.directory.consent.web;

import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Form;

/** The form of an incident, with its history. */
public record IncidentPage(String action, Form form, ChangeHistory history) {}
