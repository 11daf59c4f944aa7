package org.convergence.platform.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The declared fields of a form, bound to its record. They fill the form, compare three versions, and write a filter
 * into an address.
 *
 * @param all in the order of the form
 */
public record FormFields<R>(List<BoundField<R>> all) {

    /** Prefix of the hidden fields with the initial values of a multi-valued field. */
    private static final String BEFORE = "before-";

    /**
     * A field with its value in a record.
     *
     * @param isTab whether it is set by tabs: then it is in the address, but not among the active filters
     * @param hasChip whether it is shown among the active filters
     */
    public record BoundField<R>(
            Field<?> field, Function<R, ? extends @Nullable Object> accessor, boolean isTab, boolean hasChip) {

        /** The same field, set by tabs. */
        public BoundField<R> asTab() {
            return new BoundField<>(field, accessor, true, false);
        }

        /** The same field, whose control is always in sight and shows that it is active. */
        public BoundField<R> inSight() {
            return new BoundField<>(field, accessor, isTab, false);
        }
    }

    public FormFields {
        all = List.copyOf(all);
    }

    /** The fields in the order of the form. */
    @SafeVarargs
    public static <R> FormFields<R> of(BoundField<R>... fields) {
        List<BoundField<R>> all = new ArrayList<>();
        for (BoundField<R> each : fields) {
            all.add(each);
        }
        return new FormFields<>(all);
    }

    /**
     * A form filled from a record. The initial values of multi-valued fields are also kept in hidden fields, for {@link
     * #compare}.
     */
    public Form open(R record) {
        Form form = Form.blank();
        for (BoundField<R> each : all) {
            Object value = each.accessor().apply(record);
            String name = each.field().name();
            form.with(name, value instanceof Collection<?> many ? sorted(many) : value);
            if (value instanceof Collection<?> many) {
                form.with(BEFORE + name, sorted(many));
            }
        }
        return form;
    }

    /** The names of the hidden fields that a form must carry for {@link #compare}. */
    public static List<String> remembered(Form form) {
        return form.names().stream().filter(name -> name.startsWith(BEFORE)).toList();
    }

    /**
     * Reads the form.
     *
     * @param command makes the command from the values
     * @throws IllegalStateException if a declared field was not read
     */
    public <T> T read(FormValues answers, Supplier<T> command) {
        T made = command.get();
        all.stream()
                .map(each -> each.field().name())
                .filter(name -> !answers.read.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("The field " + name + " is declared and never read");
                });
        return made;
    }

    /**
     * Compares the typed values with those at opening and the present ones.
     *
     * @param opened the row when the form was opened, from the audit
     * @param theirs the form as it would open now
     */
    public Conflict compare(Form mine, OpenedRow opened, Form theirs, Words t) {
        Form before = Form.blank();
        for (BoundField<R> each : all) {
            String name = each.field().name();
            JsonNode kept = opened.columns().node().path(each.field().column());
            boolean several = !mine.values(BEFORE + name).isEmpty()
                    || !theirs.values(BEFORE + name).isEmpty();
            before.with(name, several ? mine.values(BEFORE + name) : List.of(kept.asString("")));
            mine.with(name, several ? sorted(mine.values(name)) : written(each.field(), mine));
        }
        List<String> names = all.stream().map(each -> each.field().name()).toList();
        return Conflict.merge(
                mine, before, theirs, opened.version(), opened.who(), names, (name, value) -> shown(name, value, t));
    }

    /** A day in the database's format, however it was typed. */
    private static List<String> written(Field<?> field, Form mine) {
        String typed = mine.value(field.name());
        return field.input() == Field.InputKind.DATE
                ? List.of(FieldFormat.parseDate(typed).map(Object::toString).orElse(typed))
                : mine.values(field.name());
    }

    /** The address of a filtered list. */
    public PageAddress address(String path, Form form) {
        PageAddress address = PageAddress.of(path);
        for (BoundField<R> each : all) {
            address = address.with(each.field().name(), form.value(each.field().name()));
        }
        return address;
    }

    /** The filled-in fields that narrow a list and are shown beside it. */
    public List<Field<?>> activeFilters(Form form) {
        return all.stream()
                .filter(BoundField::hasChip)
                .<Field<?>>map(BoundField::field)
                .filter(field -> form.filled(field.name()) && form.problem(field.name()) == null)
                .toList();
    }

    private String shown(String name, String value, Words t) {
        Optional<Field<?>> field = all.stream()
                .<Field<?>>map(BoundField::field)
                .filter(each -> each.name().equals(name))
                .findFirst();
        return field.map(each -> each.words().apply(value, t)).orElse(value);
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream()
                .map(value -> FieldFormat.format(Objects.requireNonNull(value)))
                .sorted()
                .collect(Collectors.toList());
    }
}
