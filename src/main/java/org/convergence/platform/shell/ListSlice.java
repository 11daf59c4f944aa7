package org.convergence.platform.shell;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a keyset-paged list, and the position of the next.
 *
 * @param next the position after these rows, {@code null} if there are no more
 */
public record ListSlice<T>(List<T> rows, @Nullable String next) {

    /** Copies the list. */
    public ListSlice {
        rows = List.copyOf(rows);
    }

    /**
     * The first {@code limit} rows of those found.
     *
     * @param found one more than are shown, if there are more
     * @param limit how many to show
     * @param place the position of a row
     */
    public static <T> ListSlice<T> of(List<T> found, int limit, Function<T, String> place) {
        boolean more = found.size() > limit;
        List<T> shown = more ? found.subList(0, limit) : found;
        return new ListSlice<>(shown, more ? place.apply(shown.get(limit - 1)) : null);
    }
}
