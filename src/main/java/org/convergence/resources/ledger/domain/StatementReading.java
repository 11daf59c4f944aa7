package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportReading;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Ledger;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Assesses and enters the rows of a bank statement. A known line is not entered again; equal lines are told apart by
 * their order in the file.
 */
final class StatementReading implements ImportReading {

    /** The remark of a line if, by its balance, it or the line above went the other way. */
    static final String OPPOSITE = "ledger.statement.opposite";

    private final StatementSettings settings;
    private final StatementStore store;
    private final Map<String, Integer> seen = new HashMap<>();
    private StatementRow.@Nullable Line last;
    private boolean noted;

    StatementReading(StatementSettings settings, StatementStore store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public List<ImportLine> assess(List<ImportRow> rows) {
        List<StatementRow> read =
                rows.stream().map(it -> StatementRow.of(it, settings)).toList();
        Map<String, Integer> known = store.known(
                settings.bank(),
                read.stream()
                        .map(StatementRow::line)
                        .filter(Objects::nonNull)
                        .map(StatementRow.Line::fingerprint)
                        .distinct()
                        .toList());
        List<ImportLine> lines = new ArrayList<>();
        for (StatementRow row : read) {
            StatementRow.Line line = row.line();
            int occurrence = line == null ? 0 : seen.merge(line.fingerprint(), 1, Integer::sum);
            boolean same = line != null && known.getOrDefault(line.fingerprint(), 0) >= occurrence;
            lines.add(said(row, same));
        }
        return lines;
    }

    @Override
    public ImportLine enter(ImportRow row, Ledger ledger) {
        StatementRow read = StatementRow.of(row, settings);
        StatementRow.Line line = read.line();
        if (line == null) {
            return said(read, false);
        }
        if (!noted) {
            ledger.made(StatementKind.Thing.STATEMENT, new StatementId(settings.statement()));
            noted = true;
        }
        int occurrence = store.before(settings.statement(), row.number(), line.fingerprint()) + 1;
        Optional<BankLineId> made = store.insert(settings, line, occurrence);
        made.ifPresent(it -> ledger.made(StatementKind.Thing.LINE, it));
        store.note(settings, row.number(), line, occurrence);
        return said(read, made.isEmpty());
    }

    private ImportLine said(StatementRow row, boolean same) {
        StatementRow.Line line = row.line();
        Remark lack = row.lack();
        if (line == null) {
            return new ImportLine(row.number(), row.text(), Outcome.ASIDE, lack == null ? List.of() : List.of(lack));
        }
        List<Remark> remarks =
                follows(line) ? List.of() : List.of(Remark.of(contradicts(line) ? OPPOSITE : "ledger.statement.gap"));
        last = line;
        return new ImportLine(row.number(), row.text(), same ? Outcome.SAME : Outcome.CREATED, remarks);
    }

    /** Whether the balance continues that of the line above, in either order of the file. */
    private boolean follows(StatementRow.Line line) {
        StatementRow.Line above = last;
        return above == null
                || line.balance() == null
                || above.balance() == null
                || isStep(above.balance(), line.amount(), line.balance())
                || isStep(line.balance(), above.amount(), above.balance());
    }

    /** Whether the balance would continue if this line, or the one above, went the other way. */
    private boolean contradicts(StatementRow.Line line) {
        StatementRow.Line above = Objects.requireNonNull(last);
        BigDecimal balance = Objects.requireNonNull(line.balance());
        BigDecimal before = Objects.requireNonNull(above.balance());
        return isStep(before, line.amount().negate(), balance)
                || isStep(balance, above.amount().negate(), before);
    }

    private static boolean isStep(BigDecimal from, BigDecimal amount, BigDecimal to) {
        return from.add(amount).compareTo(to) == 0;
    }
}
