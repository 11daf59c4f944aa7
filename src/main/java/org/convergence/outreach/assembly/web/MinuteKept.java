package org.convergence.outreach.assembly.web;

import org.jspecify.annotations.Nullable;

/**
 * That a point of the minutes was saved.
 *
 * @param version that from which one goes on; {@code null} where the form says it
 * @param saved that it was saved, and when; {@code null} where it was not just now
 */
public record MinuteKept(
        @Nullable Integer version, @Nullable String saved) {}
