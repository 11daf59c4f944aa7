package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The texts that an entry of the history remembers, each by itself, so that a mention has the same words around it as
 * in the record.
 */
final class HistoryText {

    /** The table of the history. */
    static final String TABLE = AuditTrail.TABLE;

    private HistoryText() {}

    /** The texts of a row as JSON; what is not JSON is one text. */
    static List<String> texts(String row) {
        return parse(row)
                .map(node -> {
                    List<String> texts = new ArrayList<>();
                    collect(node, texts);
                    return texts;
                })
                .orElseGet(() -> List.of(row));
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.stringValue());
        } else {
            node.forEach(each -> collect(each, texts));
        }
    }

    /** The row with each of its texts replaced. */
    static String replace(String row, UnaryOperator<String> replaced) {
        return parse(row)
                .map(node -> new Json(replaced(node, replaced)).toString())
                .orElseGet(() -> replaced.apply(row));
    }

    private static JsonNode replaced(JsonNode node, UnaryOperator<String> replaced) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(replaced.apply(node.stringValue()));
        }
        if (node.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> all.add(replaced(each, replaced)));
            return all;
        }
        if (node.isObject()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(each -> all.set(each.getKey(), replaced(each.getValue(), replaced)));
            return all;
        }
        return node;
    }

    private static Optional<JsonNode> parse(String row) {
        if (!row.startsWith("{") && !row.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(row).node());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
