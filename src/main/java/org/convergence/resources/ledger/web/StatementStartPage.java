package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Option;

/** The choice of a bank statement and its account. */
public record StatementStartPage(ImportStartPage start, List<Option> banks, List<Option> currencies) {}
