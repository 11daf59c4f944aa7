package org.convergence.home.web;

import java.time.LocalDate;
import org.convergence.platform.shell.Form;

/**
 * Until when a line is put off.
 *
 * @param when on which day it is due, in words
 */
public record LinePage(String what, String when, Form form, LocalDate tomorrow, LocalDate monday) {}
