package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;

/**
 * The aged balance.
 *
 * @param ages the titles of the columns
 * @param sums of each column, then of all; sums of several currencies are listed side by side
 */
public record AgedBalancePage(
        Form form,
        List<Tab> tabs,
        String lead,
        List<String> ages,
        List<AgedDebtRow> rows,
        List<String> sums,
        String csv,
        String xlsx) {

    /** The debt of one payer; an empty text for zero. */
    public record AgedDebtRow(String name, String url, List<String> amounts, String sum) {}
}
