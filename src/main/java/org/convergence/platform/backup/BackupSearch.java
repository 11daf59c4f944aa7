package org.convergence.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** Looks for a text in the backups of the folder: what is sealed since stands there as it was. */
@Component
public class BackupSearch {

    /** Bytes of files, in which no text is found. */
    private static final Set<String> PACKED = Set.of("platform.document_chunk", "plan.report_file_chunk");

    private final BackupKeeping keeping;

    BackupSearch(BackupKeeping keeping) {
        this.keeping = keeping;
    }

    /** The names of all files in the folder, the newest first. */
    public List<String> files() {
        return keeping.folder().list().stream().map(KeptBackup::name).toList();
    }

    /** Whether a backup holds the text; one that cannot be read may. */
    public boolean holds(String file, Pattern text) {
        try (BackupFile backup = BackupFile.open(keeping.folder().path().resolve(file))) {
            for (Manifest.Rows rows : backup.manifest().tables()) {
                if (!PACKED.contains(rows.table()) && holds(backup, rows, text)) {
                    return true;
                }
            }
            return false;
        } catch (Refused | IOException unreadable) {
            return true;
        }
    }

    private static boolean holds(BackupFile backup, Manifest.Rows rows, Pattern text) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(backup.open(rows), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (text.matcher(line).find()) {
                    return true;
                }
            }
            return false;
        }
    }
}
