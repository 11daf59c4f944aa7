package org.convergence.home.web;

import java.time.LocalDate;
import org.convergence.platform.shell.Form;

/**
 * The form that postpones a row.
 *
 * @param when the day on which it is due, in words
 */
public record PostponementPage(String what, String when, Form form, LocalDate tomorrow, LocalDate monday) {}
