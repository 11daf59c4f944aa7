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
class BackupJob implements Job {

    static final String KIND = "backup";

    private final BackupKeeping keeping;
    private final OrganisationSettings settings;

    BackupJob(BackupKeeping keeping, OrganisationSettings settings) {
        this.keeping = keeping;
        this.settings = settings;
    }

    /** @param file the backup to verify; {@code null} to make one */
    record Parameters(BackupReason reason, @Nullable String file) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Parameters asked = run.parameters().as(Parameters.class);
        String file = asked.file();
        if (file == null) {
            BackupKeeping.Made made = made(run, asked.reason());
            run.total(3 * made.rows());
            verify(run, made.file(), made.rows());
            keeping.rotate(settings.current().zone());
        } else {
            run.total(2 * keeping.rowsOf(file));
            verify(run, file, 0);
        }
    }

    private BackupKeeping.Made made(JobRun run, BackupReason reason) {
        JsonNode before = run.position().node();
        if (before.path("file").isString()) {
            return new BackupKeeping.Made(
                    before.path("file").asString(), before.path("rows").asLong(0));
        }
        run.total(3 * keeping.writer().estimatedRows());
        BackupKeeping.Made made = keeping.make(reason, run::reached);
        run.step(0, () -> Json.of(made));
        return made;
    }

    private void verify(JobRun run, String file, long before) {
        Verification verification = keeping.verify(file, rows -> run.reached(before + rows));
        run.result(Map.of("file", file, "verification", verification));
    }
}
