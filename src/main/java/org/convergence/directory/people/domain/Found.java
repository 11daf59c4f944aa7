package org.convergence.directory.people.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param count how many the filter lets through, exact up to {@link #COUNTED}
 * @param more whether there are more than were counted
 * @param next the cursor of the page that follows, {@code null} on the last one
 */
public record Found<T>(
        List<T> rows, long count, boolean more, @Nullable String next) {

    /** Counted exactly up to here; then one says « 10 000+ ». */
    public static final int COUNTED = 10_000;

    public Found {
        rows = List.copyOf(rows);
    }
}
