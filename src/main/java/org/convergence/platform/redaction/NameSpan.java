package org.convergence.platform.redaction;

import org.jspecify.annotations.Nullable;

/**
 * The place of a name, an address or a number in a text.
 *
 * @param doubt why it is uncertain, {@code null} if it is certain
 * @param address whether it is an address or a number
 */
record NameSpan(int from, int to, Mention.@Nullable MentionKind doubt, String context, boolean address) {

    NameSpan as(Mention.MentionKind kind) {
        return new NameSpan(from, to, kind, context, address);
    }

    NameSpan movedBy(int start) {
        return new NameSpan(from + start, to + start, doubt, context, address);
    }

    boolean overlaps(NameSpan other) {
        return from < other.to && other.from < to;
    }
}
