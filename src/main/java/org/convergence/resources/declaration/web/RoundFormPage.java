package org.convergence.resources.declaration.web;

import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The days of a round.
 *
 * @param about the round to move; {@code null} for a new one
 * @param same an existing round for the same reference date; {@code null} if there is none
 * @param fixed whether the days announced to members are read-only
 */
public record RoundFormPage(
        String key,
        @Nullable String about,
        @Nullable Option same,
        String action,
        String cancel,
        boolean fixed,
        Form form) {}
