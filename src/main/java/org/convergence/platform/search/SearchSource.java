package org.convergence.platform.search;

import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Contributed by a module with searchable records: a bean of this type. */
public interface SearchSource {

    /** The message key of the plural name of its records: "Organisations". */
    String key();

    /** Place among the groups of results, in tens. */
    int order();

    /** The permission required to search this source. */
    String permission();

    /**
     * Finds records, the best first.
     *
     * @param query the typed text, stripped, 2 to 200 characters
     * @param limit the most results
     * @param t the reader's messages
     */
    List<SearchHit> find(String query, int limit, Words t);

    /** The address of the full list of results; {@code null} if there is none. */
    default @Nullable String listOf(String query) {
        return null;
    }
}
