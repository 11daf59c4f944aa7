package org.convergence.platform.redaction;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.Json;
import org.convergence.platform.text.TextParser;
import org.springframework.stereotype.Component;

/**
 * Redacts the texts of every table, found in the database's catalogue, so that future tables are included. Protected
 * rows (filed, signed, append-only) are changed too, as the owner, and the audit does not record the old text.
 */
@Component
public class TextRedaction {

    private final DatabaseServer server;

    TextRedaction(DatabaseServer server) {
        this.server = server;
    }

    /** Opens one connection for many tables. */
    public RedactionPass open() {
        try {
            return new RedactionPass(server.owner().connect());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A text of a table that contains a finding.
     *
     * @param name the whole name of a person, of which the text is the given name or the family name; else the text itself
     */
    public record FoundText(String table, String key, String column, String text, String name) {

        /** A text that is no part of a name. */
        public FoundText(String table, String key, String column, String text) {
            this(table, key, column, text, text);
        }

        /** The id of the row or the file, if its key is no more than that. */
        public Optional<UUID> id() {
            return TextParser.id(Json.parse(key).node().path(0).asString());
        }
    }
}
