package org.convergence.platform.backup;

import java.util.Map;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Makes a backup, verifies it and rotates the older ones. Cut short, it goes on with what is not done yet. */
@Component
class BackupJob implements Job {

    static final String KIND = "backup";

    private final BackupKeeping keeping;
    private final OrganisationSettings settings;

    BackupJob(BackupKeeping keeping, OrganisationSettings settings) {
        this.keeping = keeping;
        this.settings = settings;
    }

    record Parameters(BackupReason reason) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        String made = run.position().node().path("file").asString("");
        if (made.isEmpty()) {
            run.total(keeping.writer().estimatedRows());
            String file = keeping.make(run.parameters().as(Parameters.class).reason(), run::reached);
            run.step(0, () -> Json.of(Map.of("file", file)));
            made = file;
        }
        Verification verification = keeping.verify(made);
        keeping.rotate(settings.current().zone());
        run.result(Map.of("file", made, "verification", verification));
    }
}
