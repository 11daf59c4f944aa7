package org.convergence.identity.web;

import org.convergence.platform.shell.Form;

/**
 * The form that requests a sign-in link.
 *
 * @param sent whether one was just requested
 * @param mailSet whether mail can be sent
 */
public record SignInPage(Form form, boolean sent, boolean mailSet) {
    /**
     * The page of a sign-in link: only its button uses the link up, so a mail scanner that follows links does not.
     *
     * @param name the name of the link's owner
     */
    public record SignInLinkPage(String name, String action) {}
}
