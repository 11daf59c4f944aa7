package org.convergence.platform.imports;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something to know about a line.
 *
 * @param column key of the title of the column that it is about; {@code null} for the whole line
 * @param key the sentence that says what
 * @param arguments what it names
 */
public record Remark(@Nullable String column, String key, List<String> arguments) {

    /** About the line. */
    public static Remark of(String key, Object... arguments) {
        return new Remark(null, key, texts(arguments));
    }

    /** About a column of it. */
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
