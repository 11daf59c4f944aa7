package org.convergence.resources.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportReading;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Ledger;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.convergence.resources.ledger.BooksId;

/** Assesses and enters the rows of a general ledger. */
final class BooksReading implements ImportReading {

    private final BooksSettings settings;
    private final BooksStore store;
    private String account = "";
    private boolean noted;

    BooksReading(BooksSettings settings, BooksStore store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public List<ImportLine> assess(List<ImportRow> rows) {
        List<ImportLine> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(said(read(row))));
        return lines;
    }

    @Override
    public ImportLine enter(ImportRow row, Ledger ledger) {
        if (!noted) {
            ledger.made(BooksKind.Thing.BOOKS, new BooksId(settings.books()));
            noted = true;
            account = store.above(settings.books(), row.number());
        }
        BooksRow read = read(row);
        BooksRow.Line line = read.line();
        if (line != null) {
            ledger.made(BooksKind.Thing.LINE, store.insert(settings.books(), row.number(), read.account(), line));
        }
        return said(read);
    }

    private BooksRow read(ImportRow row) {
        BooksRow read = BooksRow.of(row, account, settings);
        account = read.account();
        return read;
    }

    private static ImportLine said(BooksRow row) {
        BooksRow.Line line = row.line();
        Remark lack = row.lack();
        return line == null
                ? new ImportLine(row.number(), row.account(), Outcome.ASIDE, lack == null ? List.of() : List.of(lack))
                : new ImportLine(row.number(), row.account() + " " + line.text(), Outcome.CREATED, List.of());
    }
}
