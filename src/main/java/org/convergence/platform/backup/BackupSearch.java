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
import org.convergence.platform.backup.ChunkedBackupFiles.ChunkTableColumns;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** Searches the backups of the folder for a text: persons sealed later are still in clear there. */
@Component
public class BackupSearch {

    private static final ChunkedBackupFiles DOCUMENTS = new ChunkedBackupFiles(
            new ChunkTableColumns("platform.document", List.of("id"), "bytes"),
            new ChunkTableColumns("platform.document_chunk", List.of("document"), "bytes"),
            row -> row.getOrDefault("media_type", ChunkedBackupFiles.PICTURE),
            chunk -> "CONTENT".equals(chunk.get("rendition")));

    /** A filed report's text is in its facts; its other files are generated from them. */
    private static final ChunkedBackupFiles REPORTS = new ChunkedBackupFiles(
            new ChunkTableColumns("plan.report_file", List.of("report", "kind"), "length"),
            new ChunkTableColumns("plan.report_file_chunk", List.of("report", "kind"), "content"),
            row -> "FACTS".equals(row.get("kind")) ? "text/plain" : ChunkedBackupFiles.PICTURE,
            chunk -> "FACTS".equals(chunk.get("kind")));

    /** Tables of file chunks, whose rows are not searched as text. */
    private static final Set<String> PACKED =
            Set.of(DOCUMENTS.pieces().table(), REPORTS.pieces().table());

    private final BackupMaintenance backupMaintenance;

    BackupSearch(BackupMaintenance backupMaintenance) {
        this.backupMaintenance = backupMaintenance;
    }

    /** The names of all files in the folder, newest first. */
    public List<String> findFileNames() {
        return backupMaintenance.folder().findAll().stream()
                .map(StoredBackup::name)
                .toList();
    }

    /**
     * Whether a backup contains the text; true if it cannot be read.
     *
     * @param stored whether a stored file of a type contains it
     */
    public boolean contains(String file, Predicate<String> text, BiPredicate<String, byte[]> stored) {
        try (BackupFile backup =
                BackupFile.open(backupMaintenance.folder().path().resolve(file))) {
            for (BackupManifest.TableRows rows : backup.manifest().tables()) {
                if (!PACKED.contains(rows.table()) && anyLine(backup, rows, text)) {
                    return true;
                }
            }
            return DOCUMENTS.anyMatch(backup, stored) || REPORTS.anyMatch(backup, stored);
        } catch (Refused | IOException unreadable) {
            return true;
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
