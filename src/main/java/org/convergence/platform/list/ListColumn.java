package org.convergence.platform.list;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list's file.
 *
 * @param label message key of its title
 * @param value what a row holds: text, a number, a day, an instant, a boolean, or null
 */
public record ListColumn<R>(String label, BiFunction<R, Words, ? extends @Nullable Object> value) {

    /** A column that says the same in each language. */
    public static <R> ListColumn<R> of(String label, Function<R, ? extends @Nullable Object> value) {
        return new ListColumn<>(label, (row, t) -> value.apply(row));
    }

    /** A column in the reader's words. */
    public static <R> ListColumn<R> inWords(String label, BiFunction<R, Words, ? extends @Nullable Object> value) {
        return new ListColumn<>(label, value);
    }
}
