package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;

/**
 * A list that is brought in.
 *
 * @param known what may be done with those whom the directory knows already
 */
public record ListImportPage(ImportPage file, List<Option> known) {}
