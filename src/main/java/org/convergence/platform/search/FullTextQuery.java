package org.convergence.platform.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.TextNormalizer;

/**
 * Full-text queries from typed text: each word must occur, in any of three languages, and the last may be incomplete.
 */
public final class FullTextQuery {

    /**
     * The planner does not know how many rows match: for few matches it would read every row in the list's order; for
     * many it would sort them all. Up to this number of matches are found by the index and sorted; more, by reading in
     * the list's order.
     */
    public static final int FEW = 1_000;

    /** The query in SQL, with the parameter {@code words}. */
    public static final String QUERY =
            "(to_tsquery('platform.fr', :words) || to_tsquery('platform.en', :words) || to_tsquery('platform.es', :words))";

    private static final int MOST = 12;

    private FullTextQuery() {}

    /** The value of {@code words} for typed text; empty if it contains no word. */
    public static Optional<String> parse(String typed) {
        List<String> words = Arrays.stream(
                        TextNormalizer.fold(typed).replaceAll("[@+]", " ").split(" +"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", words) + ":*");
    }

    /** The condition that a {@code tsvector} column matches the query of the parameter {@code words}. */
    public static String matches(String column) {
        return column + " @@ " + QUERY;
    }
}
