package org.convergence.home.web;

/**
 * The page that stops the Monday mail.
 *
 * @param action where the button leads; empty once it was pressed
 */
public record MondayStopPage(String action) {}
