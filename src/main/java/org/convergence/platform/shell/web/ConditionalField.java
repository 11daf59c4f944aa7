package org.convergence.platform.shell.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** A field of an API request that has a meaning only beside other fields. */
record ConditionalField(String name, ApiCondition condition) {

    static Stream<ConditionalField> of(Class<?> request) {
        return Stream.of(request.getRecordComponents()).flatMap(ConditionalField::of);
    }

    private static Stream<ConditionalField> of(RecordComponent component) {
        ApiCondition condition = component.getAnnotation(ApiCondition.class);
        return condition == null ? Stream.empty() : Stream.of(new ConditionalField(component.getName(), condition));
    }

    /** The problem of a request with these values; {@code null} if there is none. */
    Form.@Nullable FieldProblem check(String prefix, Map<String, @Nullable Object> values) {
        if (!isGiven(values.get(name))) {
            return null;
        }
        Object other = values.get(condition.with());
        List<String> allowed = List.of(condition.is());
        boolean fits =
                condition.with().isEmpty() || (allowed.isEmpty() ? isGiven(other) : allowed.contains(text(other)));
        if (!fits) {
            return new Form.FieldProblem(prefix + name, "shell.json.only-with", List.of(companion()));
        }
        return isGiven(values.get(condition.without()))
                ? new Form.FieldProblem(prefix + name, "shell.json.not-with", List.of(condition.without()))
                : null;
    }

    /** The condition, for the description of the API. */
    String describe() {
        List<String> parts = new ArrayList<>();
        if (!condition.with().isEmpty()) {
            parts.add("Only with " + companion());
        }
        if (!condition.without().isEmpty()) {
            parts.add("Not with " + condition.without());
        }
        return String.join(". ", parts) + ".";
    }

    /** Such as {@code kind = APPEAL}. */
    private String companion() {
        String values =
                Stream.of(condition.is()).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
        return values.isEmpty() ? condition.with() : condition.with() + " = " + values;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : Objects.toString(value, "");
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null
                && !value.equals(false)
                && !(value instanceof String text && text.isBlank())
                && !(value instanceof List<?> list && list.isEmpty());
    }
}
