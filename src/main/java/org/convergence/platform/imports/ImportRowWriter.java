package org.convergence.platform.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.BulkImportProcessor.AssessedRow;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters some rows in the running transaction: first those that can be entered together, then the others, each
 * completely or not at all.
 */
@Component
class ImportRowWriter {

    private static final int FEW = 20;

    private final JdbcClient db;
    private final DataSource source;
    private final List<ImportRowGuard> shields;
    private final TransactionTemplate each;

    ImportRowWriter(
            JdbcClient db, DataSource source, List<ImportRowGuard> shields, PlatformTransactionManager transactions) {
        this.db = db;
        this.source = source;
        this.shields = List.copyOf(shields);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The result of each row. Rows that name a person protected since the file was read are left aside here too. */
    List<ImportLineResult> enterAll(ImportProcessor reading, List<AssessedRow> waiting, ImportFile file) {
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
