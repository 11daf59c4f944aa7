package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.table.TableRow;
import org.springframework.stereotype.Component;

/** Records the rows of a file, some at a time: those of one step are recorded together with how far it is, or not at all. */
@Component
class ImportJob implements Job {

    static final String KIND = "realisation.import";

    private static final int AT_ONCE = 40;

    private final PastImports imports;
    private final ImportReader reader;
    private final RealisationRecording recording;

    ImportJob(PastImports imports, ImportReader reader, RealisationRecording recording) {
        this.imports = imports;
        this.reader = reader;
        this.recording = recording;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.parameters().node().path("import").asString());
        PastImport it = imports.one(id);
        run.total(it.rows());
        ImportReader.Reading reading = reader.begin(it.settings());
        List<TableRow> rows = imports.rows(id, position(run), AT_ONCE);
        while (!rows.isEmpty()) {
            List<TableRow> some = rows;
            run.step(some.size(), () -> {
                reading.read(some).forEach(row -> record(id, row, reading));
                return Json.of(Map.of("row", some.get(some.size() - 1).number()));
            });
            rows = imports.rows(id, position(run), AT_ONCE);
        }
        run.step(0, () -> {
            imports.end(id, PastImport.State.DONE);
            return run.position();
        });
    }

    private static int position(JobRun run) {
        return run.position().node().path("row").asInt(0);
    }

    private void record(UUID id, RowReading row, ImportReader.Reading reading) {
        Optional<UUID> recorded = Optional.ofNullable(row.entry())
                .filter(entry -> reading.isTaken(row))
                .map(entry -> recording.byHand(entry).value());
        imports.outcome(id, row.number(), recorded.orElse(null), row.problems());
    }
}
