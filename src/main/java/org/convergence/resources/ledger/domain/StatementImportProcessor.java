package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.StatementId;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.jspecify.annotations.Nullable;

/**
 * Assesses and enters the rows of a bank statement. A known line is not entered again; equal lines are told apart by
 * their order in the file.
 */
final class StatementImportProcessor implements ImportProcessor {

    /** The remark of a line if, by its balance, it or the line above went the other way. */
    static final String OPPOSITE = "ledger.statement.opposite";

    private final StatementSettings settings;
    private final StatementRepository store;
    private final Map<String, Integer> seen = new HashMap<>();
    private StatementRow.@Nullable StatementLine last;
    private boolean noted;

    StatementImportProcessor(StatementSettings settings, StatementRepository store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public List<ImportLineResult> assess(List<ImportRow> rows) {
        List<StatementRow> read =
                rows.stream().map(it -> StatementRow.parse(it, settings)).toList();
        Map<String, Integer> known = store.countKnown(
                settings.bank(),
                read.stream()
                        .map(StatementRow::line)
                        .filter(Objects::nonNull)
                        .map(StatementRow.StatementLine::fingerprint)
                        .distinct()
                        .toList());
        List<ImportLineResult> lines = new ArrayList<>();
        for (StatementRow row : read) {
            StatementRow.StatementLine line = row.line();
            int occurrence = line == null ? 0 : seen.merge(line.fingerprint(), 1, Integer::sum);
            boolean same = line != null && known.getOrDefault(line.fingerprint(), 0) >= occurrence;
            lines.add(toImportLine(row, same));
        }
        return lines;
    }

    @Override
    public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
        StatementRow read = StatementRow.parse(row, settings);
        StatementRow.StatementLine line = read.line();
        if (line == null) {
            return toImportLine(read, false);
        }
        if (!noted) {
            ledger.recordCreated(
                    StatementImportKind.StatementImportedType.STATEMENT, new StatementId(settings.statement()));
            noted = true;
        }
        int occurrence = store.countBefore(settings.statement(), row.number(), line.fingerprint()) + 1;
        Optional<BankLineId> made = store.insertLine(settings, line, occurrence);
        made.ifPresent(it -> ledger.recordCreated(StatementImportKind.StatementImportedType.LINE, it));
        store.linkLine(settings, row.number(), line, occurrence);
        return toImportLine(read, made.isEmpty());
    }

    private ImportLineResult toImportLine(StatementRow row, boolean same) {
        StatementRow.StatementLine line = row.line();
        ImportRemark lack = row.lack();
        if (line == null) {
            return new ImportLineResult(
                    row.number(), row.text(), ImportOutcome.ASIDE, lack == null ? List.of() : List.of(lack));
        }
        List<ImportRemark> remarks = continuesBalance(line)
                ? List.of()
                : List.of(ImportRemark.of(contradicts(line) ? OPPOSITE : "ledger.statement.gap"));
        last = line;
        return new ImportLineResult(
                row.number(), row.text(), same ? ImportOutcome.SAME : ImportOutcome.CREATED, remarks);
    }

    /** Whether the balance continues that of the line above, in either order of the file. */
    private boolean continuesBalance(StatementRow.StatementLine line) {
        StatementRow.StatementLine above = last;
        return above == null
                || line.balance() == null
                || above.balance() == null
                || isStep(above.balance(), line.amount(), line.balance())
                || isStep(line.balance(), above.amount(), above.balance());
    }

    /** Whether the balance would continue if this line, or the one above, went the other way. */
    private boolean contradicts(StatementRow.StatementLine line) {
        StatementRow.StatementLine above = Objects.requireNonNull(last);
        BigDecimal balance = Objects.requireNonNull(line.balance());
        BigDecimal before = Objects.requireNonNull(above.balance());
        return isStep(before, line.amount().negate(), balance)
                || isStep(balance, above.amount().negate(), before);
    }

    private static boolean isStep(BigDecimal from, BigDecimal amount, BigDecimal to) {
        return from.add(amount).compareTo(to) == 0;
    }
}
