package org.convergence.platform.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.imports.BulkReading.Previewed;
import org.convergence.platform.imports.ImportFile.State;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.springframework.stereotype.Component;

/**
 * Enters the lines of an import, some in each step, in parallel lanes if its kind supports them. A line refused by a
 * rule is left aside.
 */
@Component
class EnteringJob implements Job {

    static final String KIND = "imports.run";

    private static final int STEP = 20;
    private static final int TOGETHER = 2_500;

    private final ImportStore store;
    private final ImportLines lines;
    private final Entering entering;

    EnteringJob(ImportStore store, ImportLines lines, Entering entering) {
        this.store = store;
        this.lines = lines;
        this.entering = entering;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.parameters().node().path("import").asString());
        ImportFile file = store.find(id).orElseThrow(() -> new NotFound("import"));
        run.total(file.rows());
        int lanes = file.kind().begin(file.choices()) instanceof BulkReading ? BulkReading.LANES : 1;
        Lanes.sideBySide(lanes, (lane, goesOn) -> enter(run, file, lane, goesOn));
        run.step(0, () -> {
            store.move(id, State.RUNNING, State.DONE, null);
            return run.position();
        });
    }

    private void enter(JobRun run, ImportFile file, int lane, BooleanSupplier goesOn) {
        ImportReading reading = file.kind().begin(file.choices());
        int most = reading instanceof BulkReading ? TOGETHER : STEP;
        List<Previewed> next = lines.waiting(file, lane, most);
        while (!next.isEmpty() && goesOn.getAsBoolean()) {
            List<Previewed> rows = next;
            run.step(rows.size(), () -> {
                Map<Integer, ImportLine> entered = new HashMap<>();
                entering.all(reading, rows, file).forEach(line -> entered.put(line.number(), line));
                lines.entered(file.id(), lane, rows, entered);
                return run.position();
            });
            next = lines.waiting(file, lane, most);
        }
    }
}
