package org.convergence.plan.preparation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * The form that chooses the meeting in whose papers the comparison is put.
 *
 * @param adoption the decision requested with it
 * @param back the address of the comparison
 * @param meetings upcoming meetings
 */
public record ComparedHandInPage(String title, String adoption, String back, Form form, List<Option> meetings) {}
