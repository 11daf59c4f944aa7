package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tab;

/** The accounts of the books used by this application. */
public record AccountsPage(List<Tab> tabs, List<Row> rows) {

    /** An account. */
    public record Row(String label, String url, String purpose) {}
}
