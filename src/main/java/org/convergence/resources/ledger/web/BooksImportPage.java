package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;

/** An import of a general ledger. */
public record BooksImportPage(ImportPage file, String period, List<Option> orders) {}
