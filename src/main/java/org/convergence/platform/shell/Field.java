package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form or of a list's filter, declared once: its name, label, reader with limits, formatter and options. A
 * constant of the form; {@link FormFields} binds it to a record, and the template {@code platform/shell/input} draws
 * it.
 *
 * @param name the control's name
 * @param label message key of the label
 * @param input the kind of control
 * @param longest of a text, in characters; 0 for anything else
 * @param reader reads the control, null if it is empty; notes problems on the form
 * @param standIn used to go on with a missing or wrong value; never shown
 * @param words formats a value as written in the form
 * @param options the choices; empty if anything can be typed
 * @param column the audit's column
 */
public record Field<T>(
        String name,
        String label,
        boolean isOptional,
        InputKind input,
        int longest,
        Function<FormValues, @Nullable T> reader,
        T standIn,
        BiFunction<String, Words, String> words,
        Function<Words, List<Option>> options,
        String column) {

    /** The kind of control. */
    public enum InputKind {
        TEXT,
        DATE,
        NUMBER,
        ONE,
        SEVERAL,
        TICK,
        /** A component of its own, such as the chooser of people. */
        OTHER
    }

    /** Text of at most {@code longest} characters. */
    public static Field<String> text(String name, String label, int longest) {
        return plain(name, label, InputKind.TEXT, longest, answers -> answers.optionalText(name, longest), "");
    }

    /** A day. */
    public static Field<LocalDate> date(String name, String label) {
        return plain(name, label, InputKind.DATE, 0, answers -> answers.optionalDate(name), LocalDate.EPOCH)
                .formattedBy((value, t) -> DateReader.read(value).map(t::date).orElse(value));
    }

    /** A whole number between two bounds. */
    public static Field<Integer> wholeNumber(String name, String label, int min, int max) {
        return plain(name, label, InputKind.NUMBER, 0, answers -> answers.optionalWholeNumber(name, min, max), min);
    }

    /** A code of this pattern, chosen among those that the database knows; anything else is refused. */
    public static Field<String> code(String name, String label, String pattern) {
        return plain(
                name,
                label,
                InputKind.OTHER,
                0,
                answers -> {
                    String code = answers.optionalText(name, Integer.MAX_VALUE);
                    if (code != null && !code.matches(pattern)) {
                        answers.reject(name, "shell.form.choice");
                    }
                    return code;
                },
                "");
    }

    /** An id. */
    public static Field<UUID> id(String name, String label) {
        return plain(name, label, InputKind.OTHER, 0, answers -> answers.optionalId(name), new UUID(0, 0));
    }

    /** A box to tick. */
    public static Field<Boolean> checkbox(String name, String label) {
        return plain(name, label, InputKind.TICK, 0, answers -> answers.checkbox(name), false);
    }

    /**
     * One of some constants; any other is refused.
     *
     * @param key message key of a constant
     */
    public static <E extends Enum<E>> Field<E> choice(
            String name, String label, List<E> among, Function<E, String> key) {
        Class<E> type = among.get(0).getDeclaringClass();
        return plain(name, label, InputKind.ONE, 0, answers -> among(answers, name, type, among), among.get(0))
                .choosing(among, key);
    }

    /** Several of an enum's constants. */
    public static <E extends Enum<E>> Field<Set<E>> multipleChoice(
            String name, String label, Class<E> among, Function<E, String> key) {
        return Field.<Set<E>>plain(
                        name,
                        label,
                        InputKind.SEVERAL,
                        0,
                        answers -> answers.choices(name, among),
                        new LinkedHashSet<>())
                .choosing(Arrays.asList(among.getEnumConstants()), key);
    }

    /** A field with its own reader. */
    public static <T> Field<T> of(String name, String label, Function<FormValues, @Nullable T> reader, T standIn) {
        return plain(name, label, InputKind.OTHER, 0, reader, standIn);
    }

    private static <T> Field<T> plain(
            String name,
            String label,
            InputKind input,
            int longest,
            Function<FormValues, @Nullable T> reader,
            T standIn) {
        return new Field<>(
                name, label, false, input, longest, reader, standIn, (value, t) -> value, t -> List.of(), name);
    }

    private static <E extends Enum<E>> @Nullable E among(
            FormValues answers, String name, Class<E> type, List<E> among) {
        E chosen = answers.optionalChoice(name, type);
        if (chosen != null && !among.contains(chosen)) {
            answers.reject(name, "shell.form.choice");
        }
        return chosen;
    }

    private <E extends Enum<E>> Field<T> choosing(List<E> among, Function<E, String> key) {
        Function<Words, List<Option>> all = t -> among.stream()
                .map(each -> Option.of(each, t.say(key.apply(each))))
                .toList();
        BiFunction<String, Words, String> named = (value, t) -> all.apply(t).stream()
                .filter(each -> each.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
        return new Field<>(name, label, isOptional, input, longest, reader, standIn, named, all, column);
    }

    /** The same field, optional. */
    public Field<T> optional() {
        return new Field<>(name, label, true, input, longest, reader, standIn, words, options, column);
    }

    /** The same field with a formatter. */
    public Field<T> formattedBy(BiFunction<String, Words, String> shown) {
        return new Field<>(name, label, isOptional, input, longest, reader, standIn, shown, options, column);
    }

    /** The same field, stored in a column of another name. */
    public Field<T> inColumn(String other) {
        return new Field<>(name, label, isOptional, input, longest, reader, standIn, words, options, other);
    }

    /** Binds the field to a record's value. */
    public <R> FormFields.BoundField<R> from(Function<R, ? extends @Nullable Object> accessor) {
        return new FormFields.BoundField<>(this, accessor, false, true);
    }
}
