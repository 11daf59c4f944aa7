package org.convergence.identity.web;

/**
 * What a sign-in link opens: one button, which alone uses the link up, so that a mail scanner that follows links cannot.
 *
 * @param name whose link it is
 */
public record LinkPage(String name, String action) {}
