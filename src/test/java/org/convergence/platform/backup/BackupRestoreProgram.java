package org.convergence.platform.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.document.DocumentTestRows;

/** A program that makes a backup and restores it into another database, run with little memory. */
final class BackupRestoreProgram {

    private BackupRestoreProgram() {}

    public static void main(String[] given) {
        DatabaseAddress source = new DatabaseAddress(given[0], given[2], given[3]);
        DatabaseAddress target = new DatabaseAddress(given[1], given[2], given[3]);
        String role = given[4];
        Path file = Path.of(given[5]);
        try {
            long began = System.nanoTime();
            new BackupWriter(source, role).write(file, rows -> {});
            long made = System.nanoTime();
            try (BackupFile backup = BackupFile.open(file)) {
                new DatabaseRestore(target, role, List.of(DocumentTestRows.check())).restore(backup);
            }
            System.out.printf(
                    "done: %d MB written in %d ms, restored in %d ms%n",
                    Files.size(file) >> 20, (made - began) / 1_000_000, (System.nanoTime() - made) / 1_000_000);
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            System.out.println("failed");
        }
    }
}
