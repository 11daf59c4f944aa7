package org.convergence.resources.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.resources.ledger.BooksId;

/** Assesses and enters the rows of a general ledger. */
final class BooksImportProcessor implements ImportProcessor {

    private final BooksSettings settings;
    private final BooksRepository store;
    private String account = "";
    private boolean noted;

    BooksImportProcessor(BooksSettings settings, BooksRepository store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public List<ImportLineResult> assess(List<ImportRow> rows) {
        List<ImportLineResult> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(toImportLine(read(row))));
        return lines;
    }

    @Override
    public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
        if (!noted) {
            ledger.recordCreated(BooksImportKind.BooksImportedType.BOOKS, new BooksId(settings.books()));
            noted = true;
            account = store.findAccountAbove(settings.books(), row.number());
        }
        BooksRow read = read(row);
        BooksRow.BooksLine line = read.line();
        if (line != null) {
            ledger.recordCreated(
                    BooksImportKind.BooksImportedType.LINE,
                    store.insert(settings.books(), row.number(), read.account(), line));
        }
        return toImportLine(read);
    }

    private BooksRow read(ImportRow row) {
        BooksRow read = BooksRow.parse(row, account, settings);
        account = read.account();
        return read;
    }

    private static ImportLineResult toImportLine(BooksRow row) {
        BooksRow.BooksLine line = row.line();
        ImportRemark lack = row.lack();
        return line == null
                ? new ImportLineResult(
                        row.number(), row.account(), ImportOutcome.ASIDE, lack == null ? List.of() : List.of(lack))
                : new ImportLineResult(
                        row.number(), row.account() + " " + line.text(), ImportOutcome.CREATED, List.of());
    }
}
