package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Option;

/** A bank's file to be chosen, and whose it is. */
public record StatementStartPage(ImportStartPage start, List<Option> banks, List<Option> currencies) {}
