package org.convergence.plan.report.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a section is to be written.
 *
 * @param heading its title, {@code null} for the line's own, at most 200 characters
 * @param instruction what is wanted, {@code null} for the usual words, at most 2,000 characters
 * @param most the most characters, 100 to 50,000; {@code null} for what is usual
 * @param optional whether it may stay without a text
 * @param responsible name of who writes it, of the directory or not, at most 300 characters
 */
public record SectionFacts(
        @Nullable String heading,
        @Nullable String instruction,
        @Nullable Integer most,
        boolean optional,
        @Nullable String responsible) {}
