package org.convergence.platform.shell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The typed values of a form's fields. An unreadable field gets a problem on the form; its value is then a stand-in
 * that is never used, since {@link Form#submit} does not act on a form with a problem.
 */
public final class FormValues {

    private final Form form;

    /** The names of the declared fields that were read. */
    final Set<String> read = new HashSet<>();

    FormValues(Form form) {
        this.form = form;
    }

    /** The form itself, for a field that reads several controls. */
    public Form form() {
        return form;
    }

    /** Adds a problem to a field. */
    public void reject(String field, String key, Object... arguments) {
        form.reject(field, key, arguments);
    }

    /**
     * The value of a declared field that is mandatory.
     *
     * @throws IllegalStateException if the field is optional: {@link #find} reads it
     */
    public <T> T get(Field<T> field) {
        if (field.isOptional()) {
            throw new IllegalStateException(field.name() + " may be empty");
        }
        T value = find(field);
        return value == null ? missing(field.name(), field.standIn()) : value;
    }

    /** The value of a declared field; null if it is empty. */
    public <T> @Nullable T find(Field<T> field) {
        read.add(field.name());
        return field.reader().apply(this);
    }

    /** The value of an optional text; empty if it was left out. */
    public String textOrEmpty(Field<String> field) {
        String value = find(field);
        return value == null ? "" : value;
    }

    /** Mandatory text of at most {@code max} characters. */
    public String text(String field, int max) {
        String text = optionalText(field, max);
        return text == null ? missing(field, "") : text;
    }

    public @Nullable String optionalText(String field, int max) {
        String text = uncheckedText(field, max);
        if (text != null) {
            CurrentTextChecks.findProblem(text).ifPresent(key -> form.reject(field, key));
        }
        return text;
    }

    /** Text that no {@link TextCheck} refuses, for the fields of a protected identity. */
    public @Nullable String uncheckedText(String field, int max) {
        String text = form.value(field)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\u0000", "")
                .strip();
        if (text.codePointCount(0, text.length()) > max) {
            form.reject(field, "shell.form.too-long", max);
        }
        return text.isEmpty() ? null : text;
    }

    public LocalDate date(String field) {
        LocalDate date = optionalDate(field);
        return date == null ? missing(field, LocalDate.EPOCH) : date;
    }

    public @Nullable LocalDate optionalDate(String field) {
        return read(field, FieldFormat::parseDate, "shell.form.date", LocalDate.EPOCH);
    }

    /** A whole number between two bounds. */
    public int wholeNumber(String field, int min, int max) {
        Integer number = optionalWholeNumber(field, min, max);
        return number == null ? missing(field, min) : number;
    }

    public @Nullable Integer optionalWholeNumber(String field, int min, int max) {
        Function<String, Optional<Integer>> reader = text -> FieldFormat.parseNumber(text)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .filter(n -> n.abs().compareTo(new BigDecimal(Integer.MAX_VALUE)) < 0)
                .map(BigDecimal::intValue);
        Integer number = read(field, reader, "shell.form.whole", min);
        if (number != null && (number < min || number > max)) {
            // Years, and other numbers of four digits, are written without a space.
            boolean plain = max < 10_000;
            form.reject(
                    field,
                    "shell.form.between",
                    plain ? Integer.toString(min) : min,
                    plain ? Integer.toString(max) : max);
            return min;
        }
        return number;
    }

    /** A number between two bounds, with a comma or a point. */
    public BigDecimal number(String field, BigDecimal min, BigDecimal max) {
        BigDecimal number = optionalNumber(field, min, max);
        return number == null ? missing(field, min) : number;
    }

    public @Nullable BigDecimal optionalNumber(String field, BigDecimal min, BigDecimal max) {
        return within(field, read(field, FieldFormat::parseNumber, "shell.form.number", min), min, max);
    }

    /** Hours as people write them: {@code 3}, {@code 3,5}, {@code 3 h 30}, {@code 45 min}; at most {@code max}. */
    public @Nullable BigDecimal optionalHours(String field, int max) {
        BigDecimal hours = read(field, FieldFormat::parseHours, "shell.form.hours", BigDecimal.ZERO);
        return within(field, hours, BigDecimal.ZERO, BigDecimal.valueOf(max));
    }

    /** One constant of an enum. */
    public <E extends Enum<E>> E choice(String field, Class<E> among) {
        E choice = optionalChoice(field, among);
        return choice == null ? missing(field, among.getEnumConstants()[0]) : choice;
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> among) {
        return read(field, text -> TextParser.constant(text, among), "shell.form.choice", null);
    }

    public <E extends Enum<E>> Set<E> choices(String field, Class<E> among) {
        Set<E> chosen = new LinkedHashSet<>();
        form.values(field).forEach(text -> TextParser.constant(text, among).ifPresent(chosen::add));
        return chosen;
    }

    public UUID id(String field) {
        UUID id = optionalId(field);
        return id == null ? missing(field, new UUID(0, 0)) : id;
    }

    public @Nullable UUID optionalId(String field) {
        return read(field, TextParser::id, "shell.form.choice", null);
    }

    public List<UUID> ids(String field) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : form.values(field)) {
            TextParser.id(text.strip()).ifPresent(ids::add);
        }
        return new ArrayList<>(ids);
    }

    /** Whether a box is ticked. */
    public boolean checkbox(String field) {
        return form.filled(field);
    }

    /** A boolean of an API request, {@code true} or {@code false}; false if missing. */
    public boolean trueOrFalse(String field) {
        String text = form.value(field).strip();
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            form.reject(field, "shell.json.boolean");
        }
        return text.equals("true");
    }

    /** The version on which the form was opened; 0 for a new record. */
    public int version() {
        Integer version = optionalWholeNumber("version", 0, Integer.MAX_VALUE - 1);
        return version == null ? 0 : version;
    }

    /** The chosen files; an empty one among them is refused by its name. */
    public List<MultipartFile> files(String field) {
        form.files(field).stream()
                .filter(MultipartFile::isEmpty)
                .map(FormValues::nameOf)
                .filter(name -> !name.isEmpty() && form.problem(field) == null)
                .forEach(name -> form.reject(field, "shell.form.empty-file", name));
        return form.files(field).stream().filter(file -> !file.isEmpty()).toList();
    }

    /** The one chosen file, even if empty; {@code null} if none was chosen. */
    public @Nullable MultipartFile file(String field) {
        return form.files(field).stream()
                .filter(file -> !file.isEmpty() || !nameOf(file).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A browser sends an empty file without a name where none was chosen. */
    private static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private <T> @Nullable T read(String field, Function<String, Optional<T>> reader, String key, @Nullable T standIn) {
        String text = form.value(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        Optional<T> read = reader.apply(text);
        if (read.isEmpty()) {
            form.reject(field, key);
            return standIn;
        }
        return read.get();
    }

    private @Nullable BigDecimal within(String field, @Nullable BigDecimal number, BigDecimal min, BigDecimal max) {
        if (number != null && (number.compareTo(min) < 0 || number.compareTo(max) > 0)) {
            form.reject(field, "shell.form.between", min, max);
            return min;
        }
        return number;
    }

    private <T> T missing(String field, T standIn) {
        if (form.problem(field) == null) {
            form.reject(field, "shell.form.required");
        }
        return standIn;
    }
}
