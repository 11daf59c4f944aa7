package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tab;

/** The accounts of the books as far as money passes through them here. */
public record AccountsPage(List<Tab> tabs, List<Row> rows) {

    /** An account. */
    public record Row(String label, String url, String purpose) {}
}
