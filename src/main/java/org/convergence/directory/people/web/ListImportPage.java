package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;

/**
 * An import.
 *
 * @param known the choices for records that the directory already has
 */
public record ListImportPage(ImportPage file, List<Option> known) {}
