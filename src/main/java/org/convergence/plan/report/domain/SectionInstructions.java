package org.convergence.plan.report.domain;

import org.jspecify.annotations.Nullable;

/**
 * The instructions for writing a section.
 *
 * @param heading its title, {@code null} for the line's own, at most 200 characters
 * @param instruction {@code null} for the usual one, at most 2,000 characters
 * @param most maximum number of characters, 100 to 50,000; {@code null} for the default
 * @param optional whether it may stay without a text
 * @param responsible name of the writer, from the directory or not, at most 300 characters
 */
public record SectionInstructions(
        @Nullable String heading,
        @Nullable String instruction,
        @Nullable Integer most,
        boolean optional,
        @Nullable String responsible) {}
