package org.convergence.platform.shell;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list that is read from place to place, and where the next begin.
 *
 * @param next what to ask for after these, {@code null} where nothing follows
 */
public record Slice<T>(List<T> rows, @Nullable String next) {

    /** Makes the list its own. */
    public Slice {
        rows = List.copyOf(rows);
    }

    /**
     * Those to show of what was found.
     *
     * @param found one more than are shown, where there are more
     * @param limit how many to show
     * @param place where a row stands
     */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, String> place) {
        boolean more = found.size() > limit;
        List<T> shown = more ? found.subList(0, limit) : found;
        return new Slice<>(shown, more ? place.apply(shown.get(limit - 1)) : null);
    }
}
