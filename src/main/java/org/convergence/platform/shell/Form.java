package org.convergence.platform.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form as it stands: what was typed, as it was typed, and what is wrong with it. A controller takes one as an argument
 * (filled from the request), or starts one with the present values; the templates {@code form}, {@code field} … show it.
 */
public final class Form {

    /**
     * Something wrong.
     *
     * @param field where; {@code null} for the whole form
     * @param key message that says what is wrong and what to do
     */
    public record Problem(@Nullable String field, String key, List<Object> arguments) {}

    private final String name;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, List<MultipartFile>> files = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Form(String name) {
        this.name = name;
    }

    /** An empty form. */
    public static Form blank() {
        return new Form("f");
    }

    /** An empty form on a page that has several; the name keeps their fields apart. */
    public static Form named(String name) {
        return new Form(name);
    }

    /** What a request brought. */
    public static Form typed(Map<String, String[]> parameters, Map<String, List<MultipartFile>> files) {
        Form form = blank();
        parameters.forEach((field, given) -> form.values.put(field, List.of(given)));
        form.files.putAll(files);
        return form;
    }

    /** Starts a field with a value: text, number, date, enum, identifier, boolean, or a collection of these. */
    public Form with(String field, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            values.put(field, many.stream().map(Typed::write).toList());
        } else {
            values.put(field, value == null ? List.of() : List.of(Typed.write(value)));
        }
        return this;
    }

    /** The version of the record that the form was opened on, by which two people's edits are told apart. */
    public Form at(int version) {
        return with("version", version);
    }

    /** What stands in a field; empty where nothing does. */
    public String value(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        return given.isEmpty() ? "" : given.get(0);
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether a choice is taken. */
    public boolean chosen(String field, Object value) {
        return values(field).contains(Typed.write(value));
    }

    /** Whether anything stands in a field. */
    public boolean filled(String field) {
        return !value(field).isBlank();
    }

    List<MultipartFile> files(String field) {
        return files.getOrDefault(field, List.of());
    }

    /** Says what is wrong with a field. */
    public Form reject(String field, String key, Object... arguments) {
        problems.add(new Problem(field, key, List.of(arguments)));
        return this;
    }

    /** Says what is wrong with the whole. */
    public Form refuse(String key, Object... arguments) {
        problems.add(new Problem(null, key, List.of(arguments)));
        return this;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public @Nullable Problem problem(String field) {
        return problems.stream()
                .filter(problem -> Objects.equals(problem.field(), field))
                .findFirst()
                .orElse(null);
    }

    /** The id of a field's control on the page. */
    public String id(String field) {
        return name + "-" + field;
    }

    /** The ids of what explains a field, for its {@code aria-describedby}; {@code null} where nothing does. */
    public @Nullable String describedBy(String field, boolean help) {
        String error = problem(field) == null ? "" : id(field) + "-error ";
        String both = (error + (help ? id(field) + "-help" : "")).strip();
        return both.isEmpty() ? null : both;
    }

    /** The type of a field's control: a date that is none is shown as it was typed, which a date control would not do. */
    public String typeOf(String field, String type) {
        return type.equals("date") && filled(field) && problem(field) != null ? "text" : type;
    }

    /** The length of a field's text in characters as people see them. */
    public int length(String field) {
        String text = value(field).replace("\r\n", "\n");
        return text.codePointCount(0, text.length());
    }

    /** Called by the field components, so that the summary at the top can name the field. */
    public @Nullable String label(String field, String label) {
        labels.put(field, label);
        return null;
    }

    public String label(String field) {
        return labels.getOrDefault(field, "");
    }

    /**
     * Reads the form, acts, and shows it again (422) where a field is wrong or the act is refused, or (409) where someone
     * else changed the record meanwhile. Everything typed stays.
     *
     * @param read makes the command from the answers; called once
     * @param act does the work and says where to go; not called where an answer is wrong
     * @param again the page with this form
     */
    public <T> ModelAndView submit(
            Function<Answers, T> read, Function<T, ModelAndView> act, Supplier<ModelAndView> again) {
        return submit(read, act, again, since -> again.get());
    }

    /**
     * As above; where someone else changed the record meanwhile, the versions are brought together.
     *
     * @param meanwhile the page with this form after {@link Conflict#between}, given the version it was opened on
     */
    public <T> ModelAndView submit(
            Function<Answers, T> read,
            Function<T, ModelAndView> act,
            Supplier<ModelAndView> again,
            IntFunction<ModelAndView> meanwhile) {
        Integer since = Typed.number(value(Conflict.SINCE))
                .map(java.math.BigDecimal::intValue)
                .orElse(null);
        if (filled(Conflict.TAKE) && since != null) {
            return conflict(meanwhile, since);
        }
        T command = null;
        try {
            command = read.apply(new Answers(this));
        } catch (IllegalArgumentException wrong) {
            if (problems.isEmpty()) {
                throw wrong;
            }
        }
        if (problems.isEmpty() && command != null) {
            try {
                return act.apply(command);
            } catch (Refused refused) {
                refuse(refused.messageKey(), refused.arguments());
            } catch (EditConflict conflict) {
                return conflict(meanwhile, conflict.formVersion());
            }
        }
        return Page.again(again.get());
    }

    private ModelAndView conflict(IntFunction<ModelAndView> meanwhile, int since) {
        refuse("shell.form.conflict");
        ModelAndView shown = meanwhile.apply(since);
        shown.setStatus(HttpStatus.CONFLICT);
        return shown;
    }
}
