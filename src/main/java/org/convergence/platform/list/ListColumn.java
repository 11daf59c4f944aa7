package org.convergence.platform.list;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list, on its page or in its file.
 *
 * @param label message key of its title, or the title itself
 * @param isWritten whether the label is the title as users wrote it
 * @param value a row's value: text, a number, a day, an instant, a boolean, or null
 * @param sort the name of the order by this column; null if there is none
 */
public record ListColumn<R>(
        String label,
        boolean isWritten,
        BiFunction<R, Words, ? extends @Nullable Object> value,
        @Nullable String sort) {

    /** A column with the same value in each language. */
    public static <R> ListColumn<R> of(String label, Function<R, ? extends @Nullable Object> value) {
        return new ListColumn<>(label, false, (row, t) -> value.apply(row), null);
    }

    /** A column whose title users wrote. */
    public static <R> ListColumn<R> titled(String title, Function<R, ? extends @Nullable Object> value) {
        return new ListColumn<>(title, true, (row, t) -> value.apply(row), null);
    }

    /** Its title. */
    public String title(Words t) {
        return isWritten ? label : t.say(label);
    }

    /** A column with a value in the reader's language. */
    public static <R> ListColumn<R> formatted(String label, BiFunction<R, Words, ? extends @Nullable Object> value) {
        return new ListColumn<>(label, false, value, null);
    }

    /** The same column, whose heading sorts the list. */
    public ListColumn<R> sortedBy(String order) {
        return new ListColumn<>(label, isWritten, value, order);
    }
}
