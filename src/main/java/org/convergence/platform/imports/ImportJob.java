package org.convergence.platform.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.BulkImportProcessor.AssessedRow;
import org.convergence.platform.imports.ImportFile.ImportState;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.jobs.ParallelLanes;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters the lines of an import, some in each step, in parallel lanes if its kind supports them. A line refused by a
 * rule is left aside.
 */
@Component
class ImportJob implements Job {

    static final String KIND = "imports.run";
    private static final int STEP = 20;
    private static final int TOGETHER = 2_500;
    private static final int FEW = 20;

    private final ImportFileRepository store;
    private final ImportRowRepository lines;
    private final JdbcClient db;
    private final DataSource source;
    private final List<ImportRowGuard> shields;
    private final TransactionTemplate each;

    ImportJob(
            ImportFileRepository store,
            ImportRowRepository lines,
            JdbcClient db,
            DataSource source,
            List<ImportRowGuard> shields,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lines = lines;
        this.db = db;
        this.source = source;
        this.shields = List.copyOf(shields);
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
        if (!(reading instanceof BulkImportProcessor) && !next.isEmpty()) {
            passOver(reading, file, next.get(0).row().number());
        }
        while (!next.isEmpty() && goesOn.getAsBoolean()) {
            List<AssessedRow> rows = next;
            run.step(rows.size(), () -> {
                Map<Integer, ImportLineResult> entered = new HashMap<>();
                enterAll(reading, rows, file).forEach(line -> entered.put(line.number(), line));
                lines.saveEntered(file.id(), lane, rows, entered);
                return run.position();
            });
            next = lines.findWaiting(file, lane, most);
        }
    }

    private void passOver(ImportProcessor reading, ImportFile file, int reached) {
        List<ImportRow> rows = lines.findAfter(file, 0, TOGETHER);
        while (!rows.isEmpty() && rows.get(0).number() < reached) {
            reading.passOver(rows.stream().filter(row -> row.number() < reached).toList());
            rows = lines.findAfter(file, rows.get(rows.size() - 1).number(), TOGETHER);
        }
    }

    /** The result of each row. Rows that name a person protected since the file was read are left aside here too. */
    private List<ImportLineResult> enterAll(ImportProcessor reading, List<AssessedRow> waiting, ImportFile file) {
        Set<Integer> covered = covered(waiting);
        List<ImportLineResult> entered = new ArrayList<>();
        covered.forEach(
                line -> entered.add(new ImportLineResult(line, "", ImportOutcome.ASIDE, ImportRowRepository.COVERED)));
        List<AssessedRow> rows = waiting.stream()
                .filter(each -> !covered.contains(each.row().number()))
                .toList();
        if (reading instanceof BulkImportProcessor bulk) {
            entered.addAll(together(bulk, rows, file));
        }
        Set<Integer> done = new HashSet<>();
        entered.forEach(line -> done.add(line.number()));
        for (AssessedRow left : rows) {
            if (!done.contains(left.row().number())) {
                entered.add(one(reading, left.row(), file));
            }
        }
        return entered;
    }

    private Set<Integer> covered(List<AssessedRow> waiting) {
        List<List<String>> cells = waiting.stream()
                .map(each -> List.copyOf(each.row().byColumn().values()))
                .toList();
        Set<Integer> covered = new HashSet<>();
        shields.forEach(shield -> shield.findProtectedRows(cells)
                .forEach(place -> covered.add(waiting.get(place).row().number())));
        return covered;
    }

    private List<ImportLineResult> together(BulkImportProcessor reading, List<AssessedRow> rows, ImportFile file) {
        try {
            return Objects.requireNonNull(each.execute(status -> {
                BulkImportLedger ledger = new BulkImportLedger(file.id());
                List<ImportLineResult> lines = reading.enter(rows, ledger);
                ledger.write(source);
                return lines;
            }));
        } catch (Refused | DataIntegrityViolationException unfit) {
            return apart(reading, rows, file);
        }
    }

    /**
     * Enters the two halves of a batch of which some row cannot be entered, so that few rows are entered one by one.
     */
    private List<ImportLineResult> apart(BulkImportProcessor reading, List<AssessedRow> rows, ImportFile file) {
        if (rows.size() <= FEW) {
            return List.of();
        }
        int half = rows.size() / 2;
        List<ImportLineResult> entered = new ArrayList<>(together(reading, rows.subList(0, half), file));
        entered.addAll(together(reading, rows.subList(half, rows.size()), file));
        return entered;
    }

    private ImportLineResult one(ImportProcessor reading, ImportRow row, ImportFile file) {
        try {
            ImportLineResult entered =
                    each.execute(status -> reading.enter(row, new ImportLedger(db, file.id(), row.number())));
            return Objects.requireNonNull(entered);
        } catch (Refused refused) {
            return new ImportLineResult(
                    row.number(),
                    "",
                    ImportOutcome.ASIDE,
                    List.of(ImportRemark.of(refused.messageKey(), refused.arguments())));
        } catch (DataIntegrityViolationException unfit) {
            return new ImportLineResult(
                    row.number(), "", ImportOutcome.ASIDE, List.of(ImportRemark.of("imports.unfit")));
        }
    }
}
