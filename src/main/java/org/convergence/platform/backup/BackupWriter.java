package org.convergence.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;

/** Writes all rows of one snapshot into a file, under a temporary name until it is complete and on the disk. */
record BackupWriter(DatabaseAddress owner, String applicationRole) {

    private static final long MARGIN = 16L << 20;

    /**
     * Writes the backup.
     *
     * @param rowsDone receives the number of rows written; its exception ends the work and leaves no file
     * @throws Refused if the disk is full or cannot be written
     */
    BackupManifest write(Path target, LongConsumer rowsDone) {
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            requireSpace(target);
            BackupManifest manifest = writeDraft(draft, rowsDone);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(folderOf(target), StandardOpenOption.READ)) {
                folder.force(true);
            }
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw failure(target, e);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be read", e);
        } finally {
            draft.toFile().delete();
        }
    }

    private BackupManifest writeDraft(Path draft, LongConsumer rowsDone) throws IOException, SQLException {
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            BackupManifest manifest = writeTables(zip, rowsDone);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(Json.of(manifest).toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            file.force(true);
            return manifest;
        }
    }

    private BackupManifest writeTables(ZipOutputStream zip, LongConsumer rowsDone) throws IOException, SQLException {
        String version = new DatabaseSchema(owner, applicationRole)
                .version()
                .orElseThrow(() -> new Refused("backup.nothing-to-save"));
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            BackupTable.setFixedFormats(connection);
            connection.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            Instant madeAt;
            try (var now = statement.executeQuery("SELECT now()")) {
                now.next();
                madeAt = now.getTimestamp(1).toInstant();
            }
            var tables = new ArrayList<BackupManifest.TableRows>();
            long before = 0;
            for (BackupTable table : BackupTable.findSaved(connection)) {
                long earlier = before;
                zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".copy"));
                tables.add(table.copyTo(zip, connection, rows -> rowsDone.accept(earlier + rows)));
                zip.closeEntry();
                before += tables.get(tables.size() - 1).rows();
                rowsDone.accept(before);
            }
            String application =
                    Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "development");
            return new BackupManifest(
                    BackupManifest.FORMAT, application, version, madeAt, tables, sequences(statement));
        }
    }

    private static List<BackupManifest.SequenceValue> sequences(Statement statement) throws SQLException {
        var counters = new ArrayList<BackupManifest.SequenceValue>();
        try (var rows = statement.executeQuery("SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences"
                + " WHERE sequenceowner = current_user AND last_value IS NOT NULL ORDER BY 1")) {
            while (rows.next()) {
                counters.add(new BackupManifest.SequenceValue(rows.getString(1), rows.getLong(2)));
            }
        }
        return counters;
    }

    /** An estimate of the number of rows, for the progress bar. */
    long estimatedRows() {
        return number("SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint FROM pg_class"
                + " WHERE relkind = 'r' AND pg_get_userbyid(relowner) = current_user");
    }

    /**
     * Rows are compressed to less than their size in the tables: half of that is required, and a margin. Stored files
     * are compressed already, and take a fifth more, since they are written as hexadecimal text.
     */
    private void requireSpace(Path target) throws IOException {
        Files.createDirectories(folderOf(target));
        long needed = MARGIN + number("""
                        SELECT coalesce(sum(pg_table_size(c.oid) / CASE WHEN EXISTS (
                            SELECT 1 FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.atttypid = 'bytea'::regtype AND a.attstorage = 'e')
                            THEN 0.8 ELSE 2 END), 0)::bigint
                        FROM pg_class c WHERE c.relkind = 'r' AND pg_get_userbyid(c.relowner) = current_user
                        """);
        long free = Files.getFileStore(folderOf(target)).getUsableSpace();
        if (free < needed) {
            throw new Refused("backup.disk-full", needed >> 20, free >> 20);
        }
    }

    private long number(String query) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused failure(Path target, Exception e) {
        try {
            long free = Files.getFileStore(folderOf(target)).getUsableSpace();
            if (free < MARGIN || String.valueOf(e.getMessage()).contains("No space left")) {
                return new Refused("backup.disk-full", MARGIN >> 20, free >> 20);
            }
        } catch (IOException gone) {
            // The folder is missing or not accessible; the message below says so.
        }
        return new Refused("backup.cannot-write", target.getFileName(), String.valueOf(e.getMessage()));
    }

    private static Path folderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target : folder;
    }
}
