package org.convergence.platform.database.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.BeforeMigration;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.platform.database.Schema;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Brings the schema to this version, as the owner; the application may then use what was made, and owns none of it. */
record Migration(DatabaseServer server, ObjectProvider<BeforeMigration> before) implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        boolean pending = flyway.info().pending().length > 0;
        if (server.isJoined()) {
            if (pending) {
                throw new DatabaseUnavailable(
                        "The application that runs on this database is of an earlier version.",
                        "Stop it, or use its own command line.");
            }
            return;
        }
        var schema = new Schema(server.owner(), server.application().user());
        schema.prepare();
        var current = flyway.info().current();
        if (pending && current != null) {
            before.orderedStream().forEach(step -> step.beforeMigration(server, String.valueOf(current.getVersion())));
        }
        flyway.migrate();
        schema.protectHistory();
        requireThatTheApplicationOwnsNothing();
    }

    private void requireThatTheApplicationOwnsNothing() {
        String question = """
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                  AND pg_has_role(current_user, c.relowner, 'USAGE')
                LIMIT 1
                """;
        try (Connection connection = server.application().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            if (rows.next()) {
                throw new DatabaseUnavailable(
                        "The application's role " + server.application().user() + " owns the table " + rows.getString(1)
                                + " or may act as its owner.",
                        "Give CONVERGENCE_DATABASE_URL a role of its own: not the owner, no superuser, no member of"
                                + " the owner's role.");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The application's role cannot sign in to " + server.application() + ": " + e.getMessage(),
                    "Check CONVERGENCE_DATABASE_URL and that the role may connect.",
                    e);
        }
    }
}
