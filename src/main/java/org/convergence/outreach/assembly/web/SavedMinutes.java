package org.convergence.outreach.assembly.web;

import org.jspecify.annotations.Nullable;

/**
 * The confirmation that the minutes of an item were saved.
 *
 * @param version the version to continue from; {@code null} if the form holds it
 * @param saved message with the time; {@code null} if not just saved
 */
public record SavedMinutes(
        @Nullable Integer version, @Nullable String saved) {}
