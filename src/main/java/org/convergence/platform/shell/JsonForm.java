package org.convergence.platform.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.convergence.platform.database.Json;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object that a program sent, read field by field as a form is, so that both say the same of the same mistakes.
 * The field {@code women} of {@code participations} is named {@code participations.women}.
 */
public final class JsonForm {

    private JsonForm() {}

    /** The longest text that is read, in bytes. */
    public static final int LONGEST = 1_000_000;

    /**
     * The text that a request brings.
     *
     * @throws ResponseStatusException (413) where it is too long
     */
    public static String text(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Reads the object.
     *
     * @param reader makes the command from the answers; what it finds wrong it notes on the form
     * @throws FieldsRefused where the text is no JSON object, or a field is wrong
     */
    public static <T> T read(String text, BiFunction<Answers, Form, T> reader) {
        Form form = Form.typed(fields(text), Map.of());
        return form.read(answers -> reader.apply(answers, form));
    }

    private static Map<String, String[]> fields(String text) {
        JsonNode object;
        try {
            object = Json.parse(text).node();
        } catch (JacksonException e) {
            throw new FieldsRefused(List.of(new Form.Problem(null, "shell.json", List.of())));
        }
        if (!object.isObject()) {
            throw new FieldsRefused(List.of(new Form.Problem(null, "shell.json", List.of())));
        }
        Map<String, String[]> fields = new LinkedHashMap<>();
        put(fields, "", object);
        return fields;
    }

    private static void put(Map<String, String[]> fields, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> put(
                            fields, path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
        } else if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(each -> values.add(each.isContainer() ? each.toString() : each.asString()));
            fields.put(path, values.toArray(String[]::new));
        } else if (!node.isNull()) {
            fields.put(path, new String[] {node.asString()});
        }
    }
}
