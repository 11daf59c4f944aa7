package org.convergence.directory.protection.domain;

import java.util.Iterator;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.NameSpellings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Removes mail addresses and numbers from records, since a code name in their place would be an address. */
final class ContactPointRedaction {

    private static final String POINTS = "contact_points";
    private static final String MAIL = "mail";
    private static final String CHANNEL = "channel";
    private static final String VALUE = "value";

    private ContactPointRedaction() {}

    /** Whether the column holds addresses or numbers. */
    static boolean isContact(String column) {
        return column.equals(POINTS) || column.endsWith(MAIL);
    }

    /** The text of a column after its replacement: without the addresses that it changed. */
    static String apply(String column, String before, String after) {
        if (column.endsWith(MAIL)) {
            return NameSpellings.isAddress(before) && !after.equals(before) ? "" : after;
        }
        if (!column.equals(POINTS) || after.equals(before)) {
            return after;
        }
        Json points = Json.parse(after);
        removeChanged(Json.parse(before).node(), points.node());
        return points.toString();
    }

    /** Removes the points whose value was changed; other lists stay as they are. */
    static void removeChanged(JsonNode before, JsonNode after) {
        if (after instanceof ArrayNode points && before.size() == after.size()) {
            Iterator<JsonNode> old = before.iterator();
            points.removeIf(point -> isChanged(old.next(), point));
        }
    }

    private static boolean isChanged(JsonNode before, JsonNode after) {
        return before.has(CHANNEL) && !before.path(VALUE).equals(after.path(VALUE));
    }
}
