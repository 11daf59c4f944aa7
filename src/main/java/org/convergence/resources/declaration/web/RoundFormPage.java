package org.convergence.resources.declaration.web;

import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The days of a round.
 *
 * @param about the round whose days are moved, {@code null} for a new one
 * @param same the round that there is for the same day already, {@code null} where there is none
 * @param fixed whether what everybody was told stays as it is
 */
public record RoundFormPage(
        String key,
        @Nullable String about,
        @Nullable Option same,
        String action,
        String cancel,
        boolean fixed,
        Form form) {}
