package org.convergence.platform.list;

import java.util.List;
import org.convergence.platform.shell.ListSlice;
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

    /** A page of a list that is not counted: its count is of the rows shown. */
    public static <R> ListPage<R> uncounted(ListSlice<R> slice) {
        return new ListPage<>(slice.rows(), new ListCount(slice.rows().size(), slice.next() != null), slice.next());
    }

    /** A short list that is shown whole. */
    public static <R> ListPage<R> whole(List<R> rows) {
        return new ListPage<>(rows, new ListCount(rows.size(), false), null);
    }
}
