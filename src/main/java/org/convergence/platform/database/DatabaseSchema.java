package org.convergence.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The tables of one database, migrated by the owner. One history, in {@code platform.flyway_history}.
 *
 * @param owner the role that migrates
 * @param applicationRole the role that may then read and write rows
 */
public record DatabaseSchema(DatabaseAddress owner, String applicationRole) {

    /** The version that the baselines of all groups reach together: the oldest whose backups can be restored. */
    public static final String BASELINE = "20261128.0740";

    private static final List<String> EXTENSIONS = List.of("unaccent", "pg_trgm", "btree_gist");

    /** Configures Flyway: location of the migrations and of the history, the same for every way of running them. */
    public static void configure(FluentConfiguration flyway, String applicationRole) {
        flyway.locations("classpath:db/migration")
                .defaultSchema("platform")
                .schemas("platform")
                .table("flyway_history")
                .validateMigrationNaming(true)
                // Branches may merge in another order than they began: docs/decisions/0010.
                .outOfOrder(true)
                .cleanDisabled(true)
                .initSql(DatabaseAddress.TIME_OUT)
                .placeholders(Map.of("application", quoted(applicationRole)));
    }

    /** Creates the extensions and grants the application its default rights on the owner's objects. */
    public void prepare() {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                ensureExtension(statement, extension);
            }
            String grant = "ALTER DEFAULT PRIVILEGES GRANT ";
            String grantee = " TO " + quoted(applicationRole);
            statement.execute(grant + "USAGE ON SCHEMAS" + grantee);
            statement.execute(grant + "SELECT, INSERT, UPDATE, DELETE ON TABLES" + grantee);
            statement.execute(grant + "USAGE, SELECT ON SEQUENCES" + grantee);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The owner's role cannot use " + owner + ": " + e.getMessage(),
                    "Check CONVERGENCE_DATABASE_OWNER_URL, and that the role owns the database.",
                    e);
        }
    }

    /** The version of the last migration that ran, empty if none did. */
    public Optional<String> version() {
        MigrationInfo current = flyway("latest", false).info().current();
        return current == null || current.getVersion() == null
                ? Optional.empty()
                : Optional.of(current.getVersion().getVersion());
    }

    /** The version to which this program migrates. */
    public String newestVersion() {
        MigrationInfo[] all = flyway("latest", false).info().all();
        return all.length == 0 ? "" : String.valueOf(all[all.length - 1].getVersion());
    }

    /** Whether all migrations up to a version have run as they are today, and no other. */
    public boolean isExactly(String version) {
        return version().filter(version::equals).isPresent()
                && flyway(version, false).validateWithResult().validationSuccessful;
    }

    /** Migrates to this program's version. */
    public void migrate() {
        migrateTo("latest");
    }

    /** Migrates up to a version, to restore a backup made at it. */
    public void migrateTo(String version) {
        Flyway flyway = flyway(version, false);
        // An empty database gets them in one transaction: asking for the history before each takes most of the time.
        (flyway.info().current() == null ? flyway(version, true) : flyway).migrate();
        protectHistory();
    }

    /** Lets the application read the history but not write it. */
    public void protectHistory() {
        execute("REVOKE INSERT, UPDATE, DELETE ON platform.flyway_history FROM " + quoted(applicationRole));
    }

    private Flyway flyway(String target, boolean atOnce) {
        FluentConfiguration configuration =
                Flyway.configure().dataSource(owner.dataSource()).target(target).group(atOnce);
        configure(configuration, applicationRole);
        return configuration.load();
    }

    private void ensureExtension(Statement statement, String extension) throws SQLException {
        String where = "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
                + " WHERE e.extname = '" + extension + "'";
        try (var rows = statement.executeQuery(where)) {
            if (rows.next()) {
                if (rows.getString(1).equals("public")) {
                    return;
                }
                throw new DatabaseUnavailable(
                        "The extension " + extension + " is in the schema " + rows.getString(1) + ".",
                        "As an administrator: ALTER EXTENSION " + extension + " SET SCHEMA public;");
            }
        }
        try {
            statement.execute("CREATE EXTENSION " + extension + " SCHEMA public");
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The extension " + extension + " is missing and the owner's role may not create it: "
                            + e.getMessage(),
                    "As an administrator, in the database " + owner.database() + ": CREATE EXTENSION " + extension
                            + " SCHEMA public;",
                    e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
    }
}
