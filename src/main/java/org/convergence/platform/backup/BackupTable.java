package org.convergence.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.convergence.platform.text.Sha256;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A table with its stored columns, without generated ones.
 *
 * @param name with its schema
 */
record BackupTable(String name, List<String> columns) {

    /** Migrations refill these tables. */
    private static final Set<String> REBUILT = Set.of("platform.flyway_history", "platform.backup_left_out");

    private static final int ROWS_BETWEEN_SIGNS = 2_000;

    /** The owner's tables, ordered by name. */
    static List<BackupTable> findAll(Connection owner) throws SQLException {
        var tables = new ArrayList<BackupTable>();
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        SELECT n.nspname || '.' || c.relname, array_agg(a.attname::text ORDER BY a.attnum)
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         AND a.attgenerated = ''
                        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT LIKE 'pg\\_%'
                          AND pg_get_userbyid(c.relowner) = current_user
                        GROUP BY 1 ORDER BY 1
                        """)) {
            while (rows.next()) {
                if (!REBUILT.contains(rows.getString(1))) {
                    tables.add(new BackupTable(rows.getString(1), List.of((String[])
                            rows.getArray(2).getArray())));
                }
            }
        }
        return tables;
    }

    /** The tables whose rows are backed up. */
    static List<BackupTable> findSaved(Connection owner) throws SQLException {
        Set<String> leftOut = findExcluded(owner);
        return findAll(owner).stream()
                .filter(table -> !leftOut.contains(table.name()))
                .toList();
    }

    /** The names of the tables excluded from backups: secrets, and data that a start recreates. */
    static Set<String> findExcluded(Connection owner) throws SQLException {
        var names = new TreeSet<String>();
        try (Statement statement = owner.createStatement()) {
            // Earlier versions had no such list.
            try (var known = statement.executeQuery("SELECT to_regclass('platform.backup_left_out') IS NOT NULL")) {
                known.next();
                if (!known.getBoolean(1)) {
                    return names;
                }
            }
            try (var rows = statement.executeQuery("SELECT table_name FROM platform.backup_left_out")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** Sets fixed output formats, whatever the server's settings. */
    static void setFixedFormats(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET synchronize_seqscans = off; SET datestyle = 'ISO, YMD'; SET intervalstyle = postgres;"
                            + " SET extra_float_digits = 1; SET bytea_output = hex; SET timezone = 'UTC'");
        }
    }

    /** The quoted name for SQL. */
    String quoted() {
        return java.util.Arrays.stream(name.split("\\.", 2))
                .map(BackupTable::quote)
                .collect(Collectors.joining("."));
    }

    /**
     * Writes its rows.
     *
     * @param rowsDone receives the number of rows written from time to time
     */
    BackupManifest.TableRows copyTo(OutputStream target, Connection connection, LongConsumer rowsDone)
            throws SQLException {
        try {
            var digest = Sha256.newDigest();
            var hashed = new DigestOutputStream(target, digest);
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + sql() + " TO STDOUT");
            try {
                long count = 0;
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    hashed.write(row);
                    if (++count % ROWS_BETWEEN_SIGNS == 0) {
                        rowsDone.accept(count);
                    }
                }
                return new BackupManifest.TableRows(
                        name, columns, copy.getHandledRowCount(), HexFormat.of().formatHex(digest.digest()));
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads rows; gives their number. */
    long copyFrom(InputStream source, Connection connection) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + sql() + " FROM STDIN", source);
    }

    private String sql() {
        return quoted() + columns.stream().map(BackupTable::quote).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
