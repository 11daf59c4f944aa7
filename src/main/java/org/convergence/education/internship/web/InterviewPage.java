package org.convergence.education.internship.web;

import org.convergence.platform.shell.Form;

/**
 * The form of an interview.
 *
 * @param name of the candidate, or the number of the file where names are not to be seen
 */
public record InterviewPage(String name, String call, String callUrl, String url, Form form) {}
