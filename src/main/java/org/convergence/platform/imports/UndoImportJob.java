package org.convergence.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.imports.ImportFile.ImportState;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Undoes an import, the last created record first. */
@Component
class UndoImportJob implements Job {

    static final String KIND = "imports.undo";

    private static final int STEP = 20;

    private final ImportFileRepository store;
    private final ImportedRecordRepository importedRecordRepository;

    UndoImportJob(ImportFileRepository store, ImportedRecordRepository importedRecordRepository) {
        this.store = store;
        this.importedRecordRepository = importedRecordRepository;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.parameters().node().path("import").asString());
        ImportFile file = store.findById(id).orElseThrow(() -> new NotFound("import"));
        run.setTotal(importedRecordRepository.count(id));
        List<ImportedRecord> next = importedRecordRepository.findPending(id, STEP);
        while (!next.isEmpty()) {
            List<ImportedRecord> rows = next;
            run.step(rows.size(), () -> {
                rows.forEach(row -> importedRecordRepository.undo(file, row));
                return Json.of(Map.of("line", rows.get(rows.size() - 1).line()));
            });
            next = importedRecordRepository.findPending(id, STEP);
        }
        run.step(0, () -> {
            store.changeState(id, ImportState.UNDOING, ImportState.UNDONE, null);
            return run.position();
        });
    }
}
