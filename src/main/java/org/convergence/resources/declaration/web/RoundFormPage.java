package org.convergence.resources.declaration.web;

import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The days of a round.
 *
 * @param about the round whose days are moved, {@code null} for a new one
 * @param fixed whether what everybody was told stays as it is
 */
public record RoundFormPage(
        String key, @Nullable String about, String action, String cancel, boolean fixed, Form form) {}
