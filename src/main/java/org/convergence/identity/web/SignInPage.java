package org.convergence.identity.web;

import org.convergence.platform.shell.Form;

/**
 * The form that requests a sign-in link.
 *
 * @param sent whether one was just requested
 * @param mailSet whether mail can be sent
 */
public record SignInPage(Form form, boolean sent, boolean mailSet) {}
