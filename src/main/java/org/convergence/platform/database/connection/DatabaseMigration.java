package org.convergence.platform.database.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.convergence.platform.database.BeforeMigrationHook;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
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

    /**
     * Refuses a database with migrations that this version does not have: a newer version made them, in whatever order
     * they landed, or an earlier one, before the baselines replaced them.
     */
    private static void requireKnownHistory(MigrationInfoService known) {
        for (MigrationInfo each : known.applied()) {
            var version = each.getVersion();
            if (version == null || each.getState().isResolved()) {
                continue;
            }
            if (version.isNewerThan(DatabaseSchema.BASELINE)) {
                throw writtenByNewerVersion(each, newestOf(known));
            }
            throw new DatabaseUnavailable(
                    "The data were written by an earlier version of Convergence, whose migrations this version does"
                            + " not include (" + each.getScript() + ").",
                    "Nothing was changed. Make a backup with the earlier version (convergence backup FILE), of"
                            + " schema " + DatabaseSchema.BASELINE + " or later; then restore it with this version"
                            + " into an empty data directory or database (convergence restore FILE).");
        }
    }

    /** An older version would write rows by rules that no longer hold, and read what it does not know. */
    private static DatabaseUnavailable writtenByNewerVersion(MigrationInfo unknown, String newest) {
        String theirs = unknown.getVersion().getVersion();
        return new DatabaseUnavailable(
                "The data were migrated by a newer version of Convergence (to " + theirs + "; this version knows "
                        + newest
                        + " at most). / Les données ont été migrées par une version plus récente de Convergence (à "
                        + theirs + "; celle-ci connaît au plus " + newest + ").",
                "Nothing was changed. Start the newer version again; or restore with this version, into an empty data"
                        + " directory or database, the backup made before the migration"
                        + " (backups/convergence-…-before-migration.zip). / Rien n’a été changé. Relancez la version"
                        + " plus récente; ou restaurez avec celle-ci, dans un dossier de données ou une base vides, la"
                        + " sauvegarde faite avant la migration (backups/convergence-…-before-migration.zip).");
    }

    private static String newestOf(MigrationInfoService known) {
        return Arrays.stream(known.all())
                .filter(each -> each.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("–");
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
