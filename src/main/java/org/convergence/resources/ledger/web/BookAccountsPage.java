package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tab;

/** The accounts of the books used by this application. */
public record BookAccountsPage(List<Tab> tabs, List<BookAccountRow> rows) {

    /** An account. */
    public record BookAccountRow(String label, String url, String purpose) {}
}
