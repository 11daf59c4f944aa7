package org.convergence.directory.people.domain;

import java.util.List;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.platform.database.Json;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads past data from a row of the audit. */
final class AuditedFactsReader {

    private AuditedFactsReader() {}

    static OrganisationFacts ofOrganisation(Json row) {
        JsonNode columns = row.node();
        return new OrganisationFacts(
                orEmpty(columns, "name"),
                text(columns, "short_name"),
                texts(columns, "other_names"),
                TextParser.constant(orEmpty(columns, "kind"), OrganisationKind.class)
                        .orElse(OrganisationKind.OTHER),
                text(columns, "place"),
                text(columns, "website"),
                points(columns),
                text(columns, "note"));
    }

    static PersonFacts ofPerson(Json row) {
        JsonNode columns = row.node();
        String family = orEmpty(columns, "family_name");
        String given = orEmpty(columns, "given_name");
        return new PersonFacts(
                given,
                // A name may have been redacted.
                given.isEmpty() && family.isEmpty() ? "–" : family,
                text(columns, "display_form"),
                text(columns, "pronoun"),
                texts(columns, "languages"),
                points(columns),
                text(columns, "note"));
    }

    private static List<ContactPoint> points(JsonNode columns) {
        return columns.hasNonNull("contact_points")
                ? ContactPoint.read(new Json(columns.get("contact_points")))
                : List.of();
    }

    private static List<String> texts(JsonNode columns, String column) {
        return columns.path(column).valueStream().map(JsonNode::asString).toList();
    }

    private static String orEmpty(JsonNode columns, String column) {
        String text = text(columns, column);
        return text == null ? "" : text;
    }

    private static @Nullable String text(JsonNode columns, String column) {
        return columns.hasNonNull(column) ? columns.get(column).asString() : null;
    }
}
