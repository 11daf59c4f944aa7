package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Takes back what a file recorded, as far as nobody has changed it since. Organisations that came with it stay. */
@Component
class ImportUndoJob implements Job {

    static final String KIND = "realisation.import.undo";

    private static final int AT_ONCE = 40;

    private final PastImports imports;
    private final ImportOutcomes outcomes;
    private final RealisationCorrection correction;

    ImportUndoJob(PastImports imports, ImportOutcomes outcomes, RealisationCorrection correction) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.correction = correction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.parameters().node().path("import").asString());
        PastImport it = imports.one(id);
        run.total(outcomes.counts(id).recorded());
        List<ImportOutcomes.Recorded> rows = outcomes.recorded(id, position(run), AT_ONCE);
        while (!rows.isEmpty()) {
            List<ImportOutcomes.Recorded> some = rows;
            run.step(some.size(), () -> {
                some.stream()
                        .filter(row -> !row.isChanged())
                        .forEach(row -> correction.withdraw(new RealisationId(row.realisation()), it.fileName()));
                return Json.of(Map.of("row", some.get(some.size() - 1).number()));
            });
            rows = outcomes.recorded(id, position(run), AT_ONCE);
        }
        run.step(0, () -> {
            imports.end(id, PastImport.State.UNDONE);
            return run.position();
        });
    }

    private static int position(JobRun run) {
        return run.position().node().path("row").asInt(0);
    }
}
