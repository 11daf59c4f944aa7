package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;

/**
 * A bank's file on its way in.
 *
 * @param account whose lines they are
 * @param orders which comes first in its dates
 * @param unsigned what an amount without sign may be; empty where no column of amounts could lack one
 * @param words whether a column says the direction in words
 */
public record StatementPage(
        ImportPage file, String account, List<Option> orders, List<Option> unsigned, boolean words) {}
