package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The columns of a file as an API request maps them, by their titles. */
final class ColumnMapping {

    private static final String FIELD = "mapping";

    private ColumnMapping() {}

    /**
     * The columns as recognised, with the requested mapping.
     *
     * @throws FieldsRefused where it is no JSON object, names an unknown title or column, or gives two columns a
     *     content that only one may have
     */
    static List<@Nullable ImportColumn> of(ImportFile file, String mapping) {
        List<@Nullable ImportColumn> columns = new ArrayList<>(file.columns());
        if (mapping.isBlank()) {
            return columns;
        }
        for (Map.Entry<String, JsonNode> said : object(mapping).properties()) {
            int at = file.head().indexOf(said.getKey());
            if (at < 0) {
                throw wrong("people.api.mapping.title", said.getKey());
            }
            columns.set(
                    at,
                    said.getValue().isNull()
                            ? null
                            : column(file, said.getValue().asString()));
        }
        for (ImportColumn column : file.kind().columns()) {
            if (!column.mayRepeat() && columns.stream().filter(column::equals).count() > 1) {
                throw wrong("people.api.mapping.twice", column.name());
            }
        }
        return columns;
    }

    private static ImportColumn column(ImportFile file, String name) {
        for (ImportColumn column : file.kind().columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw wrong("people.api.mapping.column", name);
    }

    private static JsonNode object(String mapping) {
        try {
            JsonNode object = Json.parse(mapping).node();
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException e) {
            throw wrong("shell.json");
        }
        throw wrong("shell.json");
    }

    private static FieldsRefused wrong(String key, String... arguments) {
        return new FieldsRefused(List.of(new Form.FieldProblem(FIELD, key, List.of((Object[]) arguments))));
    }
}
