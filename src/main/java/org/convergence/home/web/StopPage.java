package org.convergence.home.web;

/**
 * Whether there is to be no more Monday mail.
 *
 * @param action where the button leads; empty once it was pressed
 */
public record StopPage(String action) {}
