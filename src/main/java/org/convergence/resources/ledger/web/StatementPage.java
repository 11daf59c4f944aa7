package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Option;

/**
 * An import of a bank statement.
 *
 * @param account the account of its lines
 * @param orders the choices of a date order
 * @param unsigned the choices for amounts without sign; empty where no amount column can lack one
 * @param words whether a column gives the direction in words
 */
public record StatementPage(
        ImportPage file, String account, List<Option> orders, List<Option> unsigned, boolean words) {

    /** The choice of a bank statement and its account. */
    public record StatementStartPage(ImportStartPage start, List<Option> banks, List<Option> currencies) {}
}
