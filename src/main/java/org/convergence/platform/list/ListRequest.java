package org.convergence.platform.list;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param sort the name of an order, with {@code -} before it for the other way round; the list's own where there is none of
 *     that name
 * @param after where the page before ended, null for the first
 * @param limit how many rows at most
 */
public record ListRequest<F>(
        F filter, String sort, @Nullable String after, int limit) {

    /** The first rows in the list's own order. */
    public static <F> ListRequest<F> first(F filter, int limit) {
        return new ListRequest<>(filter, "", null, limit);
    }
}
