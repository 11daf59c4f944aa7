package org.convergence.plan.report.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something in which what was filed and what is known today are not the same.
 *
 * @param then as it was filed, {@code null} where it was not there
 * @param now as it is today, {@code null} where it is gone
 */
public record Difference(
        Kind kind, @Nullable Fact then, @Nullable Fact now) {

    /** What happened since. */
    public enum Kind {
        /** It would be told today. */
        ADDED,
        /** It is told otherwise today, or belongs elsewhere. */
        CHANGED,
        /** It was taken back. */
        WITHDRAWN,
        /** A photograph of it was published, and may not be any more. */
        PERMISSION
    }

    /** The one that has a title to show. */
    public Fact shown() {
        Fact last = now == null ? then : now;
        if (last == null) {
            throw new IllegalStateException("a difference is between two, one of which may be missing");
        }
        return last;
    }
}
