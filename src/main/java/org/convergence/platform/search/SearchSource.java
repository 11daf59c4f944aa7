package org.convergence.platform.search;

import java.util.List;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Contributed by a module with searchable records: a bean of this type. {@link SearchSourceFactory} makes one of a SELECT.
 *
 * @param key the message key of the plural name of its records: "Organisations"
 * @param order place among the groups of results, in tens
 * @param permission required to search this source
 * @param table the table whose rows it finds; while it is empty, the source is not asked
 * @param list the address of the full list, which takes the query as {@code q}; {@code null} if there is none
 */
public record SearchSource(
        String key,
        int order,
        String permission,
        String table,
        @Nullable String list,
        SearchFunction finder) {

    /** Finds records, the best first. */
    @FunctionalInterface
    public interface SearchFunction {

        /**
         * The records that match.
         *
         * @param query the typed text, stripped, 2 to 200 characters
         * @param limit the most results
         * @param t the reader's messages
         */
        List<SearchHit> find(String query, int limit, Words t);
    }

    /** The address of the full list of results; {@code null} if there is none. */
    public @Nullable String listOf(String query) {
        return list == null ? null : PageAddress.of(list).with("q", query).toString();
    }
}
