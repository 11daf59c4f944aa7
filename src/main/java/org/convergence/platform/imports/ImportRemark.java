package org.convergence.platform.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A remark about a line.
 *
 * @param column message key of the column's title; {@code null} for the whole line
 * @param key the message
 * @param arguments the message's arguments, a day as {@code day:2026-11-30}
 */
public record ImportRemark(@Nullable String column, String key, List<String> arguments) {

    /** Marks a day among the arguments, which are stored as text: the reader's language writes it. */
    private static final String DAY = "day:";

    /** About the whole line. */
    public static ImportRemark of(String key, Object... arguments) {
        return new ImportRemark(null, key, texts(arguments));
    }

    /** About one column. */
    public static ImportRemark onColumn(ImportColumn column, String key, Object... arguments) {
        return new ImportRemark(column.key(), key, texts(arguments));
    }

    private static Object written(String argument) {
        Optional<LocalDate> day =
                argument.startsWith(DAY) ? TextParser.date(argument.substring(DAY.length())) : Optional.empty();
        return day.<Object>map(each -> each).orElse(argument);
    }

    private static List<String> texts(Object... arguments) {
        return Arrays.stream(arguments)
                .map(each -> each instanceof LocalDate ? DAY + each : String.valueOf(each))
                .toList();
    }

    /** « Lieu – « Ici » n’est pas un lieu connu ». */
    public String text(Words t) {
        String sentence =
                t.say(key, arguments.stream().map(ImportRemark::written).toArray());
        return column == null ? sentence : t.say(column) + " – " + sentence;
    }
}
