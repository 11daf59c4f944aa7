package org.convergence.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Refused;

/**
 * Checks that a database can be restored into: it is empty, or only contains what migrations and an unused start
 * create.
 */
record EmptyDatabaseCheck(Connection owner) {

    /**
     * Requires an unused database, and clears it.
     *
     * @throws Refused if it was ever used
     */
    void requireEmpty() throws SQLException {
        boolean ours = isTrue("SELECT to_regclass('platform.flyway_history') IS NOT NULL");
        if (!ours && isTrue("SELECT count(*) > 0 FROM pg_tables WHERE tableowner = current_user")) {
            throw new Refused("backup.not-empty");
        }
        if (AuditTrail.hasUserChanges(owner)) {
            throw new Refused("backup.not-empty");
        }
        var schemas = new ArrayList<String>();
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT quote_ident(nspname) FROM pg_namespace"
                        + " WHERE pg_get_userbyid(nspowner) = current_user AND nspname <> 'public'")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        for (String schema : schemas) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("DROP SCHEMA " + schema + " CASCADE");
            }
        }
    }

    private boolean isTrue(String question) throws SQLException {
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
