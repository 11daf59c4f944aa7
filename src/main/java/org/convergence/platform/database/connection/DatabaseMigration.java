package org.convergence.platform.database.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.BeforeMigrationHook;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Migrates the schema to this version as the owner; refuses to start if the application's role owns a table. */
record DatabaseMigration(DatabaseServer server, ObjectProvider<BeforeMigrationHook> before, boolean forCommand)
        implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMigration.class);

    @Override
    public void migrate(Flyway flyway) {
        if (server.isJoined()) {
            MigrationInfoService known = flyway.info();
            requireKnownHistory(known);
            warnOfOtherVersion(known);
        } else if (server.isEmbedded()) {
            migrateAlone(flyway);
        } else {
            migrateInTurn(flyway);
        }
    }

    /**
     * Nodes that start at the same moment migrate one after the other, under a lock: no migration changes rows while
     * another node makes and verifies its backup.
     */
    private void migrateInTurn(Flyway flyway) {
        try (Connection connection = server.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('migration', 0))");
            migrateAlone(flyway);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The owner's role cannot sign in to " + server.owner() + ": " + e.getMessage(),
                    "Check CONVERGENCE_DATABASE_OWNER_URL and that the role may connect.",
                    e);
        }
    }

    private void migrateAlone(Flyway flyway) {
        var schema = new DatabaseSchema(server.owner(), server.application().user());
        schema.prepare();
        // Each question reads all migrations again.
        MigrationInfoService known = flyway.info();
        requireKnownHistory(known);
        boolean pending = known.pending().length > 0;
        var current = known.current();
        if (forCommand && current != null) {
            warnOfOtherVersion(known);
            return;
        }
        if (pending && current != null) {
            before.orderedStream().forEach(step -> step.beforeMigration(server, String.valueOf(current.getVersion())));
        }
        int applied = flyway.migrate().migrationsExecuted;
        if (applied > 0) {
            LOG.info("The database is up to date: {} migrations", applied);
        }
        schema.protectHistory();
        requireThatTheApplicationOwnsNothing();
    }

    /** Refuses a database whose migrations this version no longer has, since the baselines replaced them. */
    private static void requireKnownHistory(MigrationInfoService known) {
        for (MigrationInfo each : known.applied()) {
            if (each.getState() == MigrationState.MISSING_SUCCESS) {
                throw new DatabaseUnavailable(
                        "The data were written by an earlier version of Convergence, whose migrations this version does"
                                + " not include (" + each.getScript() + ").",
                        "Nothing was changed. Make a backup with the earlier version (convergence backup FILE), of"
                                + " schema " + DatabaseSchema.BASELINE + " or later; then restore it with this version"
                                + " into an empty data directory or database (convergence restore FILE).");
            }
        }
    }

    /** A command leaves an earlier version's rows alone: only a start of the application migrates them. */
    private static void warnOfOtherVersion(MigrationInfoService known) {
        if (known.pending().length > 0) {
            LOG.warn("The database is older than this command line");
        }
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
