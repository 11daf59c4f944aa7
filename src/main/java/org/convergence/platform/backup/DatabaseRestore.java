package org.convergence.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.Refused;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Loads a backup into an empty database: migrates to the backup's version unless a first start did, loads all rows in
 * one transaction with triggers off and keys checked at its end, compares them with the file, runs the modules' checks,
 * then migrates to the present version.
 */
record DatabaseRestore(DatabaseAddress owner, String applicationRole, List<RestoreCheck> checks) {

    /** Classes of SQL states: connection, resources, operator intervention, system, internal error, unknown. */
    private static final Set<String> SERVER_TROUBLES = Set.of("08", "53", "57", "58", "XX", "null");

    /**
     * Restores a backup.
     *
     * @throws Refused if the file is damaged, from a later version or older than the baselines, the database is not
     *     empty or refuses a row, or the rows differ from the file; the database is then still empty
     */
    void restore(BackupFile file) {
        load(file, rows -> {});
        new DatabaseSchema(owner, applicationRole).migrate();
        closeDoors();
    }

    /** Deletes sessions and tokens, which backups of earlier versions contained. */
    private void closeDoors() {
        try (Connection connection = owner.connect()) {
            for (String table : BackupTable.findExcluded(connection)) {
                execute(connection, "DELETE FROM " + new BackupTable(table, List.of()).quoted());
            }
            // Without the vacuum, searches stay slow until the server makes one by itself.
            execute(connection, "VACUUM ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException("sessions and tokens cannot be cleared", e);
        }
    }

    /**
     * Loads without the final migration, as a test.
     *
     * @param rowsDone receives the number of rows loaded or compared, in the end twice the total
     */
    void load(BackupFile file, LongConsumer rowsDone) {
        var schema = new DatabaseSchema(owner, applicationRole);
        BackupManifest manifest = file.manifest();
        requireKnownVersion(manifest, schema);
        file.requireIntact();
        try (Connection connection = owner.connect()) {
            var database = new EmptyDatabaseCheck(connection);
            database.requireUnused();
            // A first start has made the tables already; their few rows go with the load.
            if (!schema.isExactly(manifest.schema())) {
                database.clear();
                schema.prepare();
                schema.migrateTo(manifest.schema());
            }
            BackupTable.setFixedFormats(connection);
            connection.setAutoCommit(false);
            loadRows(file, connection, rowsDone);
            compare(manifest, connection, rows -> rowsDone.accept(manifest.rows() + rows));
            for (RestoreCheck check : checks) {
                check.check(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            throw notLoaded(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the rows cannot be loaded", e);
        }
    }

    /** A refused row is the file's fault; trouble of the server says nothing about the file. */
    private static RuntimeException notLoaded(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return SERVER_TROUBLES.stream().anyMatch(state::startsWith)
                ? new IllegalStateException("the rows cannot be loaded", e)
                : new Refused("backup.cannot-load", state);
    }

    private static void requireKnownVersion(BackupManifest manifest, DatabaseSchema schema) {
        var theirs = MigrationVersion.fromVersion(manifest.schema());
        if (theirs.compareTo(MigrationVersion.fromVersion(schema.newestVersion())) > 0) {
            throw new Refused("backup.newer", manifest.application());
        }
        if (theirs.compareTo(MigrationVersion.fromVersion(DatabaseSchema.BASELINE)) < 0) {
            throw new Refused("backup.older", manifest.schema(), DatabaseSchema.BASELINE);
        }
    }

    private static void loadRows(BackupFile file, Connection connection, LongConsumer rowsDone)
            throws SQLException, IOException {
        List<BackupTable> tables = BackupTable.findAll(connection);
        requireSameTables(file.manifest(), tables);
        for (BackupTable table : tables) {
            execute(connection, "ALTER TABLE " + table.quoted() + " DISABLE TRIGGER USER");
        }
        execute(
                connection,
                "TRUNCATE " + tables.stream().map(BackupTable::quoted).collect(Collectors.joining(", ")),
                "SET CONSTRAINTS ALL DEFERRED");
        long loaded = 0;
        for (BackupManifest.TableRows rows : file.manifest().tables()) {
            try (InputStream source = file.open(rows)) {
                if (rows.toTable().copyFrom(source, connection) != rows.rows()) {
                    throw new Refused("backup.differs", rows.table());
                }
            }
            loaded += rows.rows();
            rowsDone.accept(loaded);
        }
        execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
        for (BackupTable table : tables) {
            execute(connection, "ALTER TABLE " + table.quoted() + " ENABLE TRIGGER USER");
        }
        for (BackupManifest.SequenceValue counter : file.manifest().sequences()) {
            try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
                statement.setString(1, counter.sequence());
                statement.setLong(2, counter.value());
                statement.execute();
            }
        }
    }

    /** Refuses a table of the file that the schema lacks, which would be lost silently. */
    private static void requireSameTables(BackupManifest manifest, List<BackupTable> tables) {
        var missing = new ArrayList<>(
                manifest.tables().stream().map(BackupManifest.TableRows::table).toList());
        missing.removeAll(tables.stream().map(BackupTable::name).toList());
        if (!missing.isEmpty()) {
            throw new Refused("backup.differs", String.join(", ", missing));
        }
    }

    private static void compare(BackupManifest manifest, Connection connection, LongConsumer rowsDone)
            throws SQLException {
        long before = 0;
        for (BackupManifest.TableRows rows : manifest.tables()) {
            long earlier = before;
            BackupManifest.TableRows loaded = rows.toTable()
                    .copyTo(OutputStream.nullOutputStream(), connection, done -> rowsDone.accept(earlier + done));
            before += rows.rows();
            rowsDone.accept(before);
            if (!loaded.equals(rows)) {
                throw new Refused("backup.differs", rows.table());
            }
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /**
     * Checks that a database can be restored into: it is empty, or only contains what migrations and an unused start
     * create.
     */
    private record EmptyDatabaseCheck(Connection owner) {

        /** @throws Refused if the database was ever used */
        void requireUnused() throws SQLException {
            boolean ours = isTrue("SELECT to_regclass('platform.flyway_history') IS NOT NULL");
            if (!ours && isTrue("SELECT count(*) > 0 FROM pg_tables WHERE tableowner = current_user")) {
                throw new Refused("backup.not-empty");
            }
            if (AuditTrail.hasUserChanges(owner)) {
                throw new Refused("backup.not-empty");
            }
        }

        void clear() throws SQLException {
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
}
