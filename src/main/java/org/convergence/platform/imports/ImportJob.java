package org.convergence.platform.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.imports.BulkImportProcessor.AssessedRow;
import org.convergence.platform.imports.ImportFile.ImportState;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.springframework.stereotype.Component;

/**
 * Enters the lines of an import, some in each step, in parallel lanes if its kind supports them. A line refused by a
 * rule is left aside.
 */
@Component
class ImportJob implements Job {

    static final String KIND = "imports.run";

    private static final int STEP = 20;
    private static final int TOGETHER = 2_500;

    private final ImportFileRepository store;
    private final ImportRowRepository lines;
    private final ImportRowWriter entering;

    ImportJob(ImportFileRepository store, ImportRowRepository lines, ImportRowWriter entering) {
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
        ImportFile file = store.findById(id).orElseThrow(() -> new NotFound("import"));
        run.setTotal(file.rows());
        int lanes = file.kind().begin(file.choices()) instanceof BulkImportProcessor ? BulkImportProcessor.LANES : 1;
        ParallelLanes.run(lanes, (lane, goesOn) -> enter(run, file, lane, goesOn));
        run.step(0, () -> {
            store.changeState(id, ImportState.RUNNING, ImportState.DONE, null);
            return run.position();
        });
    }

    private void enter(JobRun run, ImportFile file, int lane, BooleanSupplier goesOn) {
        ImportProcessor reading = file.kind().begin(file.choices());
        int most = reading instanceof BulkImportProcessor ? TOGETHER : STEP;
        List<AssessedRow> next = lines.findWaiting(file, lane, most);
        while (!next.isEmpty() && goesOn.getAsBoolean()) {
            List<AssessedRow> rows = next;
            run.step(rows.size(), () -> {
                Map<Integer, ImportLineResult> entered = new HashMap<>();
                entering.enterAll(reading, rows, file).forEach(line -> entered.put(line.number(), line));
                lines.saveEntered(file.id(), lane, rows, entered);
                return run.position();
            });
            next = lines.findWaiting(file, lane, most);
        }
    }
}
