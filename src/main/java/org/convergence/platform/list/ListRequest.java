package org.convergence.platform.list;

import org.jspecify.annotations.Nullable;

/**
 * A request for a page of a list.
 *
 * @param sort the name of an order, with {@code -} before it to reverse it; the default order if there is none of that
 *     name
 * @param after the end of the previous page, null for the first
 * @param limit the most rows
 */
public record ListRequest<F>(
        F filter, String sort, @Nullable String after, int limit) {

    /** The first rows in the default order. */
    public static <F> ListRequest<F> first(F filter, int limit) {
        return new ListRequest<>(filter, "", null, limit);
    }
}
