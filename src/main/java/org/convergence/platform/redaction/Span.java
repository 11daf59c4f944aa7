package org.convergence.platform.redaction;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text that a name takes.
 *
 * @param doubt why it is not certain who is meant, {@code null} where it is
 */
record Span(int from, int to, Mention.@Nullable Kind doubt, String context) {

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }
}
