package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.domain.imports.ImportFile.State;
import org.convergence.directory.people.domain.imports.Recognition.Values;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
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

    static final String KIND = "people.import";

    private static final int STEP = 20;

    private final ImportStore store;
    private final ImportLines lines;
    private final List<Handler> handlers;
    private final JdbcClient db;
    private final TransactionTemplate each;

    EnteringJob(
            ImportStore store,
            ImportLines lines,
            List<Handler> handlers,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lines = lines;
        this.handlers = handlers;
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
        Handler handler = handlers.stream()
                .filter(known -> known.subject() == file.subject())
                .findFirst()
                .orElseThrow();
        run.total(file.rows());
        List<Values> next = lines.waiting(file, STEP);
        while (!next.isEmpty()) {
            List<Values> rows = next;
            run.step(rows.size(), () -> {
                List<Assessed> entered = new ArrayList<>();
                rows.forEach(row -> entered.add(enter(handler, row, file)));
                lines.assessed(id, entered, true);
                return Json.of(Map.of("line", rows.get(rows.size() - 1).line()));
            });
            next = lines.waiting(file, STEP);
        }
        run.step(0, () -> {
            store.move(id, State.RUNNING, State.DONE, null);
            return run.position();
        });
    }

    private Assessed enter(Handler handler, Values row, ImportFile file) {
        try {
            Assessed entered =
                    each.execute(status -> handler.enter(row, file.manner(), new Ledger(db, file.id(), row.line())));
            return java.util.Objects.requireNonNull(entered);
        } catch (Refused refused) {
            return new Assessed(row.line(), "", Outcome.ASIDE, List.of(Remark.of("refused", refused.messageKey())));
        } catch (DataIntegrityViolationException unfit) {
            return new Assessed(row.line(), "", Outcome.ASIDE, List.of(Remark.of("unfit")));
        }
    }
}
