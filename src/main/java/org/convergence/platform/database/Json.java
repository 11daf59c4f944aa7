package org.convergence.platform.database;

import java.lang.reflect.Type;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON value of a {@code jsonb} column. Two values are equal if their content is, whatever the order of their keys.
 *
 * @param node the value
 */
public record Json(JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Converts a record, map, list or plain value. */
    public static Json of(Object value) {
        return new Json(MAPPER.valueToTree(value));
    }

    /** Parses JSON text. */
    public static Json parse(String text) {
        return new Json(MAPPER.readTree(text));
    }

    /** Parses JSON text as a record or other type, without the tree between. */
    public static <T> T parse(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** An object without keys. */
    public static Json empty() {
        return new Json(MAPPER.createObjectNode());
    }

    /** The value as a record or other type. */
    public <T> T as(Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }

    /** The value as a generic type, for instance a list of records. */
    public <T> T as(TypeReference<T> type) {
        return MAPPER.readerFor(type).readValue(node);
    }

    /** The value as a type known by reflection only. */
    Object as(Type type) {
        return MAPPER.readerFor(MAPPER.constructType(type)).readValue(node);
    }

    /** The text, as the database reads it. */
    @Override
    public String toString() {
        return MAPPER.writeValueAsString(node);
    }
}
