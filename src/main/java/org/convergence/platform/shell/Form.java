package org.convergence.platform.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The state of a form: the typed values, unchanged, and their problems. A controller takes one as an argument (filled
 * from the request), or creates one with the present values; the templates {@code form}, {@code field} … show it.
 */
public final class Form {

    /**
     * A problem.
     *
     * @param field its field; {@code null} for the whole form
     * @param key message that says what is wrong and what to do
     */
    public record FieldProblem(@Nullable String field, String key, List<Object> arguments) {}

    /** The most values of one field; readers for which a value costs more have limits of their own. */
    public static final int MOST_VALUES = 5_000;

    private final String name;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, List<MultipartFile>> files = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private Form(String name) {
        this.name = name;
    }

    /** An empty form. */
    public static Form blank() {
        return new Form("f");
    }

    /** An empty form on a page with several; the name keeps their fields apart. */
    public static Form named(String name) {
        return new Form(name);
    }

    /** The values of a request. A field with more than {@value #MOST_VALUES} values gets a problem and is cut there. */
    public static Form ofRequest(Map<String, String[]> parameters, Map<String, List<MultipartFile>> files) {
        Form form = blank();
        parameters.forEach((field, given) -> {
            if (!isHidden(field)) {
                form.values.put(
                        field,
                        Arrays.stream(given)
                                .limit(MOST_VALUES)
                                .map(Form::writable)
                                .toList());
                if (given.length > MOST_VALUES) {
                    form.reject(field, "shell.form.too-many", MOST_VALUES);
                }
            }
        });
        form.files.putAll(files);
        return form;
    }

    /** Removes NUL, which the database cannot store. */
    private static String writable(String given) {
        return given.indexOf('\0') < 0 ? given : given.replace("\0", "");
    }

    /** Whether a field belongs to the shell rather than to the page. */
    static boolean isHidden(String field) {
        return field.startsWith("_");
    }

    /** Sets a field's initial value: text, number, date, enum, identifier, boolean, or a collection of these. */
    public Form with(String field, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            values.put(field, many.stream().map(FieldFormat::format).toList());
        } else if (value == null || value.equals(false)) {
            values.put(field, List.of());
        } else {
            values.put(field, List.of(FieldFormat.format(value)));
        }
        return this;
    }

    /** The record's version at opening, by which conflicting edits are detected. */
    public Form atVersion(int version) {
        return with("version", version);
    }

    /** The value of a field; empty if there is none. */
    public String value(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        return given.isEmpty() ? "" : given.get(0);
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** The names of the controls. */
    Set<String> names() {
        return values.keySet();
    }

    /** Whether an option is chosen. */
    public boolean chosen(String field, Object value) {
        return values(field).contains(FieldFormat.format(value));
    }

    /** Whether a field is not blank. */
    public boolean filled(String field) {
        return !value(field).isBlank();
    }

    /** Whether a field holds a day in the browser's format; a date input would not show any other. */
    public boolean isDay(String field) {
        return FieldFormat.isDay(value(field));
    }

    List<MultipartFile> files(String field) {
        return files.getOrDefault(field, List.of());
    }

    /** Adds a problem to a field. */
    public Form reject(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(field, key, List.of(arguments)));
        return this;
    }

    /** Adds a problem to the whole form. */
    public Form refuse(String key, Object... arguments) {
        problems.add(new FieldProblem(null, key, List.of(arguments)));
        return this;
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    public @Nullable FieldProblem problem(String field) {
        return problems.stream()
                .filter(problem -> Objects.equals(problem.field(), field))
                .findFirst()
                .orElse(null);
    }

    /**
     * Reads an API request.
     *
     * @param read converts the values; called once
     * @throws FieldsRefused if a field has a problem
     */
    public <T> T read(Function<FormValues, T> read) {
        try {
            T made = read.apply(new FormValues(this));
            if (problems.isEmpty()) {
                return made;
            }
        } catch (IllegalArgumentException wrong) {
            if (problems.isEmpty()) {
                throw wrong;
            }
        }
        throw new FieldsRefused(problems);
    }

    /**
     * Reads the form, acts, and shows it again (422) if a field has a problem or the action is refused. All typed
     * values stay.
     *
     * @param read makes the command from the values; called once
     * @param act does the work and gives the next page; not called if a value has a problem
     * @param again the page with this form
     */
    public <T> ModelAndView submit(
            Function<FormValues, T> read, Function<T, ModelAndView> act, Supplier<ModelAndView> again) {
        return new Submission(this, null).run(read, act, again);
    }

    /**
     * As above; if the record was changed meanwhile, the versions are merged (409).
     *
     * @param meanwhile the page with this form after {@link Conflict#merge}, given the version on which it was opened
     */
    public <T> ModelAndView submit(
            Function<FormValues, T> read,
            Function<T, ModelAndView> act,
            Supplier<ModelAndView> again,
            IntFunction<ModelAndView> meanwhile) {
        return new Submission(this, meanwhile).run(read, act, again);
    }

    /** As {@link #submit(Function, Function, Supplier)}, where the next page is the same whatever the action gives. */
    public <T> ModelAndView submit(
            Function<FormValues, T> read, Consumer<T> act, SeeOther next, Supplier<ModelAndView> again) {
        return submit(
                read,
                command -> {
                    act.accept(command);
                    return next;
                },
                again);
    }

    /** Fills in the values typed before the session ended, if they belong to this form. */
    public boolean restore(String action) {
        SavedForm kept = FormOrigin.savedForm();
        if (kept == null || !kept.action().equals(action) || !problems.isEmpty()) {
            return false;
        }
        values.clear();
        values.putAll(kept.fields());
        return true;
    }

    /** Called by the field components, so that the summary of problems can name the field. */
    public @Nullable String label(String field, String label) {
        labels.put(field, label);
        return null;
    }

    public String label(String field) {
        return labels.getOrDefault(field, "");
    }

    /** The id of a field's control on the page. */
    public String id(String field) {
        return name + "-" + field;
    }

    /** The ids of a field's explanations, for its {@code aria-describedby}; {@code null} if there are none. */
    public @Nullable String describedBy(String field, boolean help) {
        String error = problem(field) == null ? "" : id(field) + "-error ";
        String both = (error + (help ? id(field) + "-help" : "")).strip();
        return both.isEmpty() ? null : both;
    }
}
