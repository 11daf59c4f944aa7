package org.convergence.platform.backup;

import java.util.Map;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes a backup, verifies it and rotates older ones; or verifies an existing one. After an interruption it goes on
 * with the remaining steps. Its units are rows: written, loaded, compared.
 */
@Component
record BackupJob(BackupMaintenance backupMaintenance, OrganisationSettings settings) implements Job {

    static final String KIND = "backup";

    /** @param file the backup to verify; {@code null} to make one */
    record BackupParameters(BackupReason reason, @Nullable String file) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        BackupParameters asked = run.parameters().as(BackupParameters.class);
        String file = asked.file();
        if (file == null) {
            BackupMaintenance.CreatedBackup made = made(run, asked.reason());
            run.setTotal(3 * made.rows());
            verify(run, made.file(), made.rows());
            backupMaintenance.rotate(settings.current().zone());
        } else {
            run.setTotal(2 * backupMaintenance.countRows(file));
            verify(run, file, 0);
        }
    }

    private BackupMaintenance.CreatedBackup made(JobRun run, BackupReason reason) {
        JsonNode before = run.position().node();
        if (before.path("file").isString()) {
            return new BackupMaintenance.CreatedBackup(
                    before.path("file").asString(), before.path("rows").asLong(0));
        }
        run.setTotal(3 * backupMaintenance.writer().estimatedRows());
        BackupMaintenance.CreatedBackup made = backupMaintenance.create(reason, run::reportProgress);
        run.step(0, () -> Json.of(made));
        return made;
    }

    private void verify(JobRun run, String file, long before) {
        BackupVerification verification = backupMaintenance.verify(file, rows -> run.reportProgress(before + rows));
        run.result(Map.of("file", file, "verification", verification));
    }
}
