package org.convergence.platform.redaction;

import org.jspecify.annotations.Nullable;

/**
 * The place of a name in a text.
 *
 * @param doubt why it is uncertain, {@code null} if it is certain
 */
record Span(int from, int to, Mention.@Nullable Kind doubt, String context) {

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }
}
