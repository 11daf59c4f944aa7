package org.convergence.identity.web;

import org.convergence.platform.shell.Form;

/**
 * Asking for a link.
 *
 * @param sent whether one was just asked for
 * @param mailSet whether a link can leave by mail
 */
public record SignInPage(Form form, boolean sent, boolean mailSet) {}
