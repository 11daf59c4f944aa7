package org.convergence.platform.redaction;

import org.jspecify.annotations.Nullable;

/**
 * The place of a name in a text.
 *
 * @param doubt why it is uncertain, {@code null} if it is certain
 */
record NameSpan(int from, int to, Mention.@Nullable MentionKind doubt, String context) {

    NameSpan as(Mention.MentionKind kind) {
        return new NameSpan(from, to, kind, context);
    }

    boolean overlaps(NameSpan other) {
        return from < other.to && other.from < to;
    }
}
