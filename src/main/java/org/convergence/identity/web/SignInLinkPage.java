package org.convergence.identity.web;

/**
 * The page of a sign-in link: only its button uses the link up, so a mail scanner that follows links does not.
 *
 * @param name the name of the link's owner
 */
public record SignInLinkPage(String name, String action) {}
