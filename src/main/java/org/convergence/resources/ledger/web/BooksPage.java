package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tab;

/** Her ledgers that were brought in. */
public record BooksPage(List<Tab> tabs, List<Row> rows) {

    /** One of a period. */
    public record Row(String period, String url, String detail) {}
}
