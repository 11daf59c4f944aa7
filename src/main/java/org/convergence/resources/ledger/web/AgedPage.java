package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;

/**
 * What is owed, by age.
 *
 * @param ages the titles of the columns
 * @param sums of each column, then of all; amounts of several currencies stand beside each other
 */
public record AgedPage(
        Form form,
        List<Tab> tabs,
        String lead,
        List<String> ages,
        List<Row> rows,
        List<String> sums,
        String csv,
        String xlsx) {

    /** What one payer owes; an empty text for nothing. */
    public record Row(String name, String url, List<String> amounts, String sum) {}
}
