package org.convergence.platform.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.Fold;

/**
 * Words as they are typed where one searches: each must stand in what is found, in any of three languages, and the last may
 * be half typed.
 */
public final class TypedWords {

    /**
     * The database does not know how many rows hold some words: where these are few or none, it would read every row in
     * the order of the list; where they are many, put all of them in order. So many are found by their words; more, by
     * their place in the list.
     */
    public static final int FEW = 1_000;

    /** The query of the parameter {@code words} in SQL. */
    public static final String QUERY =
            "(to_tsquery('platform.fr', :words) || to_tsquery('platform.en', :words) || to_tsquery('platform.es', :words))";

    private static final int MOST = 12;

    private TypedWords() {}

    /** As {@link #in} looks for them; empty where nothing that was typed is a word. */
    public static Optional<String> query(String typed) {
        List<String> words = Arrays.stream(
                        Fold.of(typed).replaceAll("[@+]", " ").split(" +"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", words) + ":*");
    }

    /** The condition that a column ({@code tsvector}) holds the query of the parameter {@code words}. */
    public static String in(String column) {
        return column + " @@ " + QUERY;
    }
}
