package org.convergence.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Searches the backups of the folder for a text: persons sealed later are still in clear there. */
@Component
public class BackupSearch {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSearch.class);

    private final BackupMaintenance backupMaintenance;
    private final List<ChunkedBackupFiles> chunkedFiles;
    private final Set<String> chunkTables;

    BackupSearch(BackupMaintenance backupMaintenance, List<ChunkedBackupFiles> chunkedFiles) {
        this.backupMaintenance = backupMaintenance;
        this.chunkedFiles = List.copyOf(chunkedFiles);
        this.chunkTables =
                chunkedFiles.stream().map(each -> each.pieces().table()).collect(Collectors.toSet());
    }

    /** The names of all files in the folder, newest first. */
    public List<String> findFileNames() {
        return backupMaintenance.folder().findAll().stream()
                .map(StoredBackup::name)
                .toList();
    }

    /** What a search of a backup gave. */
    public enum BackupMatch {
        FOUND,
        NOT_FOUND,
        /** The backup cannot be read to its end. */
        UNREAD
    }

    /**
     * Searches a backup for a text.
     *
     * @param stored whether a stored file of a type contains it
     */
    public BackupMatch search(String file, Predicate<String> text, BiPredicate<String, byte[]> stored) {
        try (BackupFile backup =
                BackupFile.open(backupMaintenance.folder().path().resolve(file))) {
            for (BackupManifest.TableRows rows : backup.manifest().tables()) {
                if (!chunkTables.contains(rows.table()) && anyLine(backup, rows, text)) {
                    return BackupMatch.FOUND;
                }
            }
            for (ChunkedBackupFiles files : chunkedFiles) {
                if (files.anyMatch(backup, stored)) {
                    return BackupMatch.FOUND;
                }
            }
            return BackupMatch.NOT_FOUND;
        } catch (IOException | RuntimeException | OutOfMemoryError unreadable) {
            // Refused, damaged or too large: the other backups are searched all the same.
            LOG.warn("A backup was not searched: {}", unreadable.getClass().getSimpleName());
            return BackupMatch.UNREAD;
        }
    }

    static boolean anyLine(BackupFile backup, BackupManifest.TableRows rows, Predicate<String> which)
            throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(backup.open(rows), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (which.test(line)) {
                    return true;
                }
            }
            return false;
        }
    }

    static Optional<BackupManifest.TableRows> rows(BackupFile backup, String table) {
        return backup.manifest().tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst();
    }
}
