package org.convergence.platform.search;

import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Contributed by a module that has something to find: a bean of this type. */
public interface SearchSource {

    /** The message with the name of what is found here, in the plural: "Organisations". */
    String key();

    /** Place among the groups of results, in tens. */
    int order();

    /** The permission without which nothing is looked for here. */
    String permission();

    /**
     * Finds, the best first.
     *
     * @param query what was typed, stripped, 2 to 200 characters
     * @param limit at most so many
     * @param t how what is found is said to whoever looks for it
     */
    List<SearchHit> find(String query, int limit, Words t);

    /** The address of the whole list of what this source finds; {@code null} where there is none. */
    default @Nullable String listOf(String query) {
        return null;
    }
}
