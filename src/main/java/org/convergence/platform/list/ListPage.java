package org.convergence.platform.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the position of the next page, null on the last one
 */
public record ListPage<R>(
        List<R> rows, ListCount count, @Nullable String next) {

    public ListPage {
        rows = List.copyOf(rows);
    }

    /** A page without rows, for an unreadable filter. */
    public static <R> ListPage<R> empty() {
        return whole(List.of());
    }

    /** A short list that is shown whole. */
    public static <R> ListPage<R> whole(List<R> rows) {
        return new ListPage<>(rows, new ListCount(rows.size(), false), null);
    }
}
