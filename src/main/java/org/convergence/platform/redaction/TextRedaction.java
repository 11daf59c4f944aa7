package org.convergence.platform.redaction;

import java.sql.SQLException;
import org.convergence.platform.database.DatabaseServer;
import org.springframework.stereotype.Component;

/**
 * Goes through the texts of every table, found in the database's catalogue, so that none is forgotten which a later room
 * adds. What refuses to be changed otherwise (what is filed, signed, only added to) is changed too, as the owner, and the
 * history is not told what stood there.
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

    /** A text of a table that says something of a person. */
    public record Found(String table, String key, String column, String text) {}
}
