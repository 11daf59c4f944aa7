package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;

/**
 * A bank's file on its way in.
 *
 * @param account whose lines they are
 * @param orders which comes first in its dates
 */
public record StatementPage(ImportPage file, String account, List<Option> orders) {}
