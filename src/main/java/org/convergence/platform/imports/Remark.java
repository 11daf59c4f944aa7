package org.convergence.platform.imports;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A remark about a line.
 *
 * @param column message key of the column's title; {@code null} for the whole line
 * @param key the message
 * @param arguments the message's arguments
 */
public record Remark(@Nullable String column, String key, List<String> arguments) {

    /** About the whole line. */
    public static Remark of(String key, Object... arguments) {
        return new Remark(null, key, texts(arguments));
    }

    /** About one column. */
    public static Remark in(ImportColumn column, String key, Object... arguments) {
        return new Remark(column.key(), key, texts(arguments));
    }

    private static List<String> texts(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** « Lieu – « Ici » n’est pas un lieu connu ». */
    public String said(Words t) {
        String sentence = t.say(key, arguments.toArray());
        return column == null ? sentence : t.say(column) + " – " + sentence;
    }
}
