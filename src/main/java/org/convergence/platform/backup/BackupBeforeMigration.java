package org.convergence.platform.backup;

import org.convergence.platform.backup.BackupVerification.VerificationOutcome;
import org.convergence.platform.database.BeforeMigrationHook;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/**
 * Makes and verifies a backup before a migration changes rows; prevents the migration if the backup cannot be restored.
 */
@Component
record BackupBeforeMigration(BackupMaintenance backupMaintenance) implements BeforeMigrationHook {

    @Override
    public void beforeMigration(DatabaseServer server, String version) {
        try {
            String file = backupMaintenance
                    .create(BackupReason.BEFORE_MIGRATION, rows -> {})
                    .file();
            if (backupMaintenance.verify(file, rows -> {}).outcome() == VerificationOutcome.FAILED) {
                throw new DatabaseUnavailable(
                        "The backup made before the migration, " + file + ", cannot be restored.",
                        "Start the earlier version again and report this: the database was not changed.");
            }
        } catch (Refused e) {
            throw new DatabaseUnavailable(
                    "No backup can be made before the migration (" + e.messageKey() + ").",
                    "Free some space in the folder of backups, or name another by CONVERGENCE_BACKUP_DIR.",
                    e);
        }
    }
}
