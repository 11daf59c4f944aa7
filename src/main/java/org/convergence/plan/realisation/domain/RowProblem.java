package org.convergence.plan.realisation.domain;

import java.util.List;
import org.convergence.platform.text.Words;

/**
 * Something in a row of a file that cannot be taken as it is.
 *
 * @param column where
 * @param key the sentence that says what is wrong
 * @param arguments what it names
 * @param grave whether the row cannot be taken at all, or only without this value
 */
public record RowProblem(Column column, String key, List<String> arguments, boolean grave) {

    public RowProblem {
        arguments = List.copyOf(arguments);
    }

    static RowProblem grave(Column column, String key, Object... arguments) {
        return new RowProblem(column, key, texts(arguments), true);
    }

    static RowProblem slight(Column column, String key, Object... arguments) {
        return new RowProblem(column, key, texts(arguments), false);
    }

    private static List<String> texts(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** « Lieu – « Ici » n’est pas un lieu connu ». */
    public String said(Words t) {
        return column.title(t) + " – " + t.say(key, arguments.toArray());
    }
}
