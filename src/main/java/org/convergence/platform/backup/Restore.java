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
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.Schema;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Loads a backup into a database that holds nothing yet: migrated to the backup's version, all rows in one transaction
 * with our triggers off and the keys checked at its end, then compared with the file and asked
 * whether it is whole, then migrated to today's version.
 */
record Restore(DatabaseAddress owner, String applicationRole, List<RestoreCheck> checks) {

    /** Classes of SQL states: no connection, no resources, stopped by somebody, the system, an inner fault, unknown. */
    private static final Set<String> SERVER_TROUBLES = Set.of("08", "53", "57", "58", "XX", "null");

    /**
     * Restores.
     *
     * @throws Refused if the file is damaged or from a later version, the database holds something or refuses a
     *     row, or what was loaded differs from the file; the database then still holds nothing
     */
    void from(BackupFile file) {
        load(file, rows -> {});
        new Schema(owner, applicationRole).migrate();
        closeDoors();
    }

    /** Backups of earlier versions held sessions and tokens. */
    private void closeDoors() {
        try (Connection connection = owner.connect()) {
            for (String table : Table.leftOut(connection)) {
                execute(connection, "DELETE FROM " + new Table(table, List.of()).quoted());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what opens doors cannot be cleared", e);
        }
    }

    /**
     * The same, left at the backup's version, to see that it can be done.
     *
     * @param rowsDone is told how many rows were loaded or compared, in the end twice as many as there are
     */
    void load(BackupFile file, LongConsumer rowsDone) {
        var schema = new Schema(owner, applicationRole);
        Manifest manifest = file.manifest();
        requireNotNewer(manifest, schema);
        file.requireIntact();
        try (Connection connection = owner.connect()) {
            new EmptyDatabase(connection).require();
            schema.prepare();
            schema.migrateTo(manifest.schema());
            Table.writeAlike(connection);
            connection.setAutoCommit(false);
            loadRows(file, connection, rowsDone);
            compare(manifest, connection, rows -> rowsDone.accept(manifest.rows() + rows));
            for (RestoreCheck check : checks) {
                check.check(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "ANALYZE");
        } catch (SQLException e) {
            throw notLoaded(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the rows cannot be loaded", e);
        }
    }

    /** Rows that the database refuses are the file's fault; what ails the server says nothing of the file. */
    private static RuntimeException notLoaded(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return SERVER_TROUBLES.stream().anyMatch(state::startsWith)
                ? new IllegalStateException("the rows cannot be loaded", e)
                : new Refused("backup.cannot-load", state);
    }

    private static void requireNotNewer(Manifest manifest, Schema schema) {
        var theirs = MigrationVersion.fromVersion(manifest.schema());
        if (theirs.compareTo(MigrationVersion.fromVersion(schema.newestVersion())) > 0) {
            throw new Refused("backup.newer", manifest.application());
        }
    }

    private static void loadRows(BackupFile file, Connection connection, LongConsumer rowsDone)
            throws SQLException, IOException {
        List<Table> tables = Table.all(connection);
        requireSameTables(file.manifest(), tables);
        for (Table table : tables) {
            execute(connection, "ALTER TABLE " + table.quoted() + " DISABLE TRIGGER USER");
        }
        execute(
                connection,
                "TRUNCATE " + tables.stream().map(Table::quoted).collect(Collectors.joining(", ")),
                "SET CONSTRAINTS ALL DEFERRED");
        long loaded = 0;
        for (Manifest.Rows rows : file.manifest().tables()) {
            try (InputStream source = file.open(rows)) {
                if (rows.asTable().copyFrom(source, connection) != rows.rows()) {
                    throw new Refused("backup.differs", rows.table());
                }
            }
            loaded += rows.rows();
            rowsDone.accept(loaded);
        }
        execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
        for (Table table : tables) {
            execute(connection, "ALTER TABLE " + table.quoted() + " ENABLE TRIGGER USER");
        }
        for (Manifest.Counter counter : file.manifest().sequences()) {
            try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
                statement.setString(1, counter.sequence());
                statement.setLong(2, counter.value());
                statement.execute();
            }
        }
    }

    /** A table of the file that the schema does not have would be lost without a word. */
    private static void requireSameTables(Manifest manifest, List<Table> tables) {
        var missing = new ArrayList<>(
                manifest.tables().stream().map(Manifest.Rows::table).toList());
        missing.removeAll(tables.stream().map(Table::name).toList());
        if (!missing.isEmpty()) {
            throw new Refused("backup.differs", String.join(", ", missing));
        }
    }

    private static void compare(Manifest manifest, Connection connection, LongConsumer rowsDone) throws SQLException {
        long before = 0;
        for (Manifest.Rows rows : manifest.tables()) {
            long earlier = before;
            Manifest.Rows loaded = rows.asTable()
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
}
