package org.convergence.outreach.assembly.web;

import org.jspecify.annotations.Nullable;

/**
 * The form of a mandate.
 *
 * @param termMonths how long one lasts by the rules, {@code null} where they do not say
 * @param person who sits, where a mandate is corrected; {@code null} where she is chosen
 */
public record MandatePage(
        FormPage frame,
        @Nullable Integer termMonths,
        @Nullable String person) {}
