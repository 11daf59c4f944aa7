package org.convergence.plan.calendar.web;

import org.convergence.platform.shell.Form;

/** The form that connects a calendar. */
public record CalendarConnectionPage(Form form) {}
