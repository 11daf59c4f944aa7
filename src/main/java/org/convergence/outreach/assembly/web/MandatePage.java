package org.convergence.outreach.assembly.web;

import org.jspecify.annotations.Nullable;

/**
 * The form of a mandate.
 *
 * @param termMonths length of a mandate in the rules; {@code null} if not regulated
 * @param person the holder, to correct a mandate; {@code null} to choose one
 */
public record MandatePage(
        AssemblyFormPage frame,
        @Nullable Integer termMonths,
        @Nullable String person) {}
