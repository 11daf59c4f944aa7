package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.NameColumns;
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

    /** Columns that the database makes of others of the row. */
    private static final Set<String> COPIES = Set.of("search_form", "sort_name", "display_name", "contact_keys");

    private HistoryText() {}

    /**
     * A text of a row.
     *
     * @param name the whole name of a person, of which the text is the given name or the family name; else the text itself
     */
    record RememberedText(String text, String name) {}

    /** The texts of a row as JSON, without copies of its names; what is not JSON is one text. */
    static List<RememberedText> texts(String row) {
        return parse(row)
                .map(node -> {
                    List<RememberedText> texts = new ArrayList<>();
                    collect(node, texts);
                    return texts;
                })
                .orElseGet(() -> List.of(new RememberedText(row, row)));
    }

    private static void collect(JsonNode node, List<RememberedText> texts) {
        if (node.isString()) {
            texts.add(new RememberedText(node.stringValue(), node.stringValue()));
        } else if (node.isObject()) {
            String given = node.path(NameColumns.GIVEN).asString("");
            String family = node.path(NameColumns.FAMILY).asString("");
            boolean person = !given.isBlank() && !family.isBlank();
            for (var each : node.properties()) {
                boolean half =
                        each.getKey().equals(NameColumns.GIVEN) || each.getKey().equals(NameColumns.FAMILY);
                if (person && half && each.getValue().isString()) {
                    texts.add(new RememberedText(each.getValue().stringValue(), given + " " + family));
                } else if (!COPIES.contains(each.getKey())) {
                    collect(each.getValue(), texts);
                }
            }
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
            ContactPointRedaction.removeChanged(node, all);
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
