package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tab;

/** The imported general ledgers. */
public record BooksPage(List<Tab> tabs, List<ImportedBooksRow> rows) {

    /** The import of a period. */
    public record ImportedBooksRow(String period, String url, String detail) {}
}
