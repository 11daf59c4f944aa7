package org.convergence.directory.people.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param count the number of matches, exact up to {@link #COUNTED}
 * @param more whether there are more than were counted
 * @param next the cursor of the next page, {@code null} on the last
 */
public record CountedSlice<T>(
        List<T> rows, long count, boolean more, @Nullable String next) {

    /** Counts are exact up to this number; beyond it, « 10 000+ » is shown. */
    public static final int COUNTED = 10_000;

    public CountedSlice {
        rows = List.copyOf(rows);
    }
}
