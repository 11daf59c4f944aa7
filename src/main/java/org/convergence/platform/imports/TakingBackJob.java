package org.convergence.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.imports.ImportFile.State;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Undoes an import, the last created record first. */
@Component
class TakingBackJob implements Job {

    static final String KIND = "imports.undo";

    private static final int STEP = 20;

    private final ImportStore store;
    private final MadeRows made;

    TakingBackJob(ImportStore store, MadeRows made) {
        this.store = store;
        this.made = made;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.parameters().node().path("import").asString());
        ImportFile file = store.find(id).orElseThrow(() -> new NotFound("import"));
        run.total(made.count(id));
        List<Made> next = made.waiting(id, STEP);
        while (!next.isEmpty()) {
            List<Made> rows = next;
            run.step(rows.size(), () -> {
                rows.forEach(row -> made.takeBack(file, row));
                return Json.of(Map.of("line", rows.get(rows.size() - 1).line()));
            });
            next = made.waiting(id, STEP);
        }
        run.step(0, () -> {
            store.move(id, State.UNDOING, State.UNDONE, null);
            return run.position();
        });
    }
}
