package org.convergence.platform.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.convergence.platform.database.Json;
import org.convergence.platform.text.TextParser;
import tools.jackson.databind.JsonNode;

/**
 * An API request as a form, so that one reader holds the limits and messages of page and API. The field {@code women}
 * of {@code participations} is named {@code participations.women}; a list of objects is not in the form, and is read
 * from the request itself.
 */
public final class JsonForm {

    private JsonForm() {}

    /**
     * Reads the fields of a request.
     *
     * @param reader makes the command from the values; notes problems on the form
     * @throws FieldsRefused if a field has a problem
     */
    public static <T> T read(Record request, BiFunction<FormValues, Form, T> reader) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        put(fields, "", Json.of(request).node());
        Form form = Form.ofRequest(fields, Map.of());
        return form.read(answers -> reader.apply(answers, form));
    }

    /**
     * As {@link #read(Record, BiFunction)}, where page and API name a field differently.
     *
     * @param names the name in the request of a field of the form
     */
    public static <T> T read(Record request, UnaryOperator<String> names, BiFunction<FormValues, Form, T> reader) {
        try {
            return read(request, reader);
        } catch (FieldsRefused wrong) {
            throw new FieldsRefused(wrong.problems().stream()
                    .map(each -> each.field() == null
                            ? each
                            : new Form.FieldProblem(names.apply(each.field()), each.key(), each.arguments()))
                    .toList());
        }
    }

    /** Refuses the fields that a record in its present state does not take, since their values would be lost. */
    public static void refuseFilled(Form form, String... fields) {
        Stream.of(fields).filter(form::filled).forEach(field -> form.reject(field, "shell.json.not-here"));
    }

    /** The name of an element of a list in the request, whose form counts from 1. */
    public static String element(String list, String number, String field) {
        return "%s[%d].%s".formatted(list, TextParser.wholeNumber(number).orElse(1) - 1, field);
    }

    private static void put(Map<String, String[]> fields, String prefix, JsonNode object) {
        object.properties().forEach(entry -> {
            String field = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                put(fields, field + ".", value);
            } else if (value.isArray()) {
                fields.put(
                        field,
                        value.valueStream()
                                .filter(JsonNode::isValueNode)
                                .map(JsonNode::asString)
                                .toArray(String[]::new));
            } else if (!value.isNull() && !(value.isBoolean() && !value.booleanValue())) {
                // As in a page's form: an unticked box is not sent.
                fields.put(field, new String[] {value.asString()});
            }
        });
    }
}
