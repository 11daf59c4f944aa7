package org.convergence.plan.calendar.web;

import org.convergence.platform.shell.Form;

/** Connecting a calendar. */
public record ConnectPage(Form form) {}
