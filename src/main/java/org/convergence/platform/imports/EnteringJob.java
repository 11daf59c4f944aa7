package org.convergence.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportFile.State;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters the lines of an import, a few in each step. A line that a rule refuses is left aside. */
@Component
class EnteringJob implements Job {

    static final String KIND = "imports.run";

    private static final int STEP = 20;

    private final ImportStore store;
    private final ImportLines lines;
    private final JdbcClient db;
    private final TransactionTemplate each;

    EnteringJob(ImportStore store, ImportLines lines, JdbcClient db, PlatformTransactionManager transactions) {
        this.store = store;
        this.lines = lines;
        this.db = db;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.parameters().node().path("import").asString());
        ImportFile file = store.find(id).orElseThrow(() -> new NotFound("import"));
        ImportReading reading = file.kind().begin(file.choices());
        run.total(file.rows());
        List<ImportRow> next = lines.waiting(file, STEP);
        while (!next.isEmpty()) {
            List<ImportRow> rows = next;
            run.step(rows.size(), () -> {
                List<ImportLine> entered = new ArrayList<>();
                rows.forEach(row -> entered.add(enter(reading, row, file)));
                lines.assessed(id, entered, true);
                return Json.of(Map.of("line", rows.get(rows.size() - 1).number()));
            });
            next = lines.waiting(file, STEP);
        }
        run.step(0, () -> {
            store.move(id, State.RUNNING, State.DONE, null);
            return run.position();
        });
    }

    private ImportLine enter(ImportReading reading, ImportRow row, ImportFile file) {
        try {
            ImportLine entered = each.execute(status -> reading.enter(row, new Ledger(db, file.id(), row.number())));
            return Objects.requireNonNull(entered);
        } catch (Refused refused) {
            return new ImportLine(
                    row.number(), "", Outcome.ASIDE, List.of(Remark.of(refused.messageKey(), refused.arguments())));
        } catch (DataIntegrityViolationException unfit) {
            return new ImportLine(row.number(), "", Outcome.ASIDE, List.of(Remark.of("imports.unfit")));
        }
    }
}
