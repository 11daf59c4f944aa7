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
public record ImportRemark(@Nullable String column, String key, List<String> arguments) {

    /** About the whole line. */
    public static ImportRemark of(String key, Object... arguments) {
        return new ImportRemark(null, key, texts(arguments));
    }

    /** About one column. */
    public static ImportRemark onColumn(ImportColumn column, String key, Object... arguments) {
        return new ImportRemark(column.key(), key, texts(arguments));
    }

    private static List<String> texts(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** « Lieu – « Ici » n’est pas un lieu connu ». */
    public String text(Words t) {
        String sentence = t.say(key, arguments.toArray());
        return column == null ? sentence : t.say(column) + " – " + sentence;
    }
}
